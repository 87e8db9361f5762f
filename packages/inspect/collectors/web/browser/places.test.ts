import { expect, test } from 'vitest';
import { openPlaces } from './places.ts';

test('no more than the room at once, in the order asked, and nobody waits for ever', async () => {
  const places = openPlaces(5);
  const entered: number[] = [];
  const enter = async (id: number, wanted: number): Promise<() => void> => {
    const leave = await places.take(wanted);
    entered.push(id);
    return leave;
  };
  const first = enter(1, 4);
  const second = enter(2, 3);
  const third = enter(3, 1);
  const larger = enter(4, 9);
  const leaveFirst = await first;
  await Promise.resolve();
  // The third would fit, but it came after the second.
  expect(entered).toEqual([1]);
  leaveFirst();
  leaveFirst();
  const leaveSecond = await second;
  const leaveThird = await third;
  expect(entered).toEqual([1, 2, 3]);
  leaveSecond();
  await Promise.resolve();
  expect(entered).toEqual([1, 2, 3]);
  leaveThird();
  (await larger)();
  expect(entered).toEqual([1, 2, 3, 4]);
});
