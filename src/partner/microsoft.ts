/** Where Microsoft's own service is. */
export const microsoftOrigin = 'https://api.partner.microsoft.com';
