/** What `resolute check` does where no option says otherwise. */
export const checkDefaults = { format: 'stylish', failOn: 'error' } as const;
