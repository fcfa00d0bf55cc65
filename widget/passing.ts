/** Whether what kept a Worker from answering may be over soon: it was not reached (0), failed, or was too busy. */
export const isPassing = (status: number): boolean => !status || status >= 500 || status === 429;
