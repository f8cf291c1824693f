/** How the book comes to a device and goes from there: the same words for readers and for a class. */
export const howToKeep: string = `From a server the book keeps itself on your device, so that it opens without a network after one visit: the foot of each page says
how much that is, and *Remove it* takes it away. Nothing is loaded ahead where your browser is set to save data; then the foot offers it.
With a network you read the newest edition. A page that had to come from your device says so at its head. A browser can also
install the book, as it would an app.
`;
