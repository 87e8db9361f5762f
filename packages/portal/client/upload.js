// Uploads files in parts that can be resumed: after a break it asks where the file stands and goes on from there.
const PART = 4 * 1024 * 1024;
const TRIES = 5;

/**
 * Uploads files one after another and shows each in the list. Resolves when all are up; a file that fails keeps a button to go on,
 * and the promise waits for it.
 * @param {File[]} files @param {string} form @param {HTMLElement} list @param {DOMStringMap} words
 */
export async function uploadFiles(files, form, list, words) {
  for (const file of files) {
    const row = document.createElement('li');
    const bar = document.createElement('progress');
    bar.max = Math.max(1, file.size);
    const state = document.createElement('span');
    state.textContent = ` ${words.uploading} ${file.name} `;
    row.append(bar, state);
    list.append(row);
    const id = await whole(file, form, bar, state, words);
    bar.remove();
    state.textContent = `${words.uploaded} ${file.name} `;
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'second';
    remove.textContent = words.remove;
    remove.setAttribute('aria-label', `${words.remove} ${file.name}`);
    remove.addEventListener('click', async () => {
      await call('DELETE', `/uploads/${id}`, form);
      row.remove();
    });
    row.append(remove);
  }
}

async function whole(file, form, bar, state, words) {
  const { id } = await call('POST', '/uploads', form, JSON.stringify({ name: file.name, bytes: file.size }), 'application/json');
  let offset = 0;
  for (let failed = 0; ; ) {
    try {
      const part = file.slice(offset, offset + PART);
      const answer = await call('PATCH', `/uploads/${id}`, form, part, 'application/offset+octet-stream', offset);
      if (answer.complete) return id;
      offset = answer.offset;
      bar.value = offset;
      failed = 0;
    } catch {
      failed += 1;
      if (failed >= TRIES) {
        await pressed(state, words.failed);
        failed = 0;
      } else await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** failed));
      const now = await call('GET', `/uploads/${id}`, form).catch(() => null);
      if (now?.complete) return id;
      if (now) offset = now.offset;
    }
  }
}

/** Waits until the person presses the button to go on. */
function pressed(state, label) {
  return new Promise((resolve) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      button.remove();
      resolve();
    });
    state.append(button);
  });
}

async function call(method, address, form, body, type, offset) {
  const headers = { 'x-form': form, ...(type ? { 'content-type': type } : {}), ...(offset === undefined ? {} : { 'upload-offset': String(offset) }) };
  const answer = await fetch(address, { method, headers, body, credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.status === 204 ? null : answer.json();
}
