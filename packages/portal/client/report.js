// Enhances the report form: reads QR codes in the page, uploads files while one writes, solves the proof of work in a worker,
// guards against a double click. The form works without any of it.
import { uploadFiles } from './upload.js';

document.documentElement.classList.add('js');
const form = document.querySelector('form[data-report]');

/** @param {string} name */
const field = (name) => form.elements.namedItem(name);

async function readCode() {
  const input = field('qr');
  const shown = document.getElementById('qr-result');
  const file = input.files[0];
  shown.textContent = file ? shown.dataset.reading : '';
  if (!file) return;
  const text = await decode(file).catch(() => null);
  // textContent: what a code says is never markup.
  shown.textContent = text === null ? shown.dataset.none : shown.dataset.found + text;
  field('qrText').value = text ?? '';
}

async function decode(file) {
  if ('BarcodeDetector' in window) {
    const bitmap = await createImageBitmap(file);
    const codes = await new window.BarcodeDetector({ formats: ['qr_code'] }).detect(bitmap).catch(() => []);
    bitmap.close();
    if (codes.length > 0) return codes[0].rawValue;
  }
  const { readQr } = await import(form.dataset.readQr);
  return readQr(file, form.dataset.qrReader, form.dataset.qrWasm);
}

function prove() {
  const state = document.getElementById('proof-state');
  state.textContent = state.dataset.working;
  const worker = new Worker(form.dataset.worker, { type: 'module' });
  worker.onmessage = ({ data }) => {
    field('proof').value = data;
    state.textContent = state.dataset.done;
    worker.terminate();
  };
  worker.postMessage({ challenge: form.dataset.challenge, bits: Number(form.dataset.bits) });
}

let uploads = Promise.resolve();

async function send(event) {
  event.preventDefault();
  const button = form.querySelector('button[type=submit]');
  if (button.disabled) return;
  button.disabled = true;
  document.getElementById('sending').hidden = false;
  try {
    await uploads;
    // What is up already is not sent a second time.
    field('files').disabled = true;
    field('qr').disabled = true;
    // Nothing is named, so that all uploads of the form count.
    for (const kept of form.querySelectorAll('input[name=kept]')) kept.disabled = true;
    form.submit();
  } catch {
    button.disabled = false;
    document.getElementById('sending').hidden = true;
  }
}

if (form) {
  const words = form.dataset;
  const list = document.getElementById('uploads');
  const take = (input) => {
    uploads = uploads.then(() => uploadFiles([...input.files], field('form').value, list, words));
    uploads.catch(() => {});
  };
  field('qr').addEventListener('change', () => {
    readCode();
    take(field('qr'));
  });
  field('files').addEventListener('change', () => take(field('files')));
  form.addEventListener('submit', send);
  // Coming back by the history shows the form as it was left: it must be usable again.
  window.addEventListener('pageshow', () => {
    form.querySelector('button[type=submit]').disabled = false;
    document.getElementById('sending').hidden = true;
    field('files').disabled = false;
    field('qr').disabled = false;
  });
  prove();
}
