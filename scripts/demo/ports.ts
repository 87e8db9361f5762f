/** Opens on the wanted port, on a free one when somebody has it. Throws what else goes wrong. */
export async function onPort<T>(wanted: number, open: (port: number) => Promise<T>): Promise<T> {
  try {
    return await open(wanted);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return open(0);
  }
}
