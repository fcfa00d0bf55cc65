/** How many emails of one kind a person is sent at most. The texts that speak of it name these numbers. */
export const mostEmails = { anHour: 3, aDay: 10 } as const;
