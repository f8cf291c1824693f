/** By these a worker reaches the network, the browser's storage, other pages, and whoever started it. */
const doors = [
  ...["XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport", "importScripts"],
  ...["indexedDB", "caches", "cookieStore", "webkitRequestFileSystem", "webkitRequestFileSystemSync"],
  ...["Worker", "SharedWorker", "BroadcastChannel", "postMessage", "close", "Notification", "PushManager"],
];

/** The same, of `navigator`. */
const navigatorDoors = [
  ...["storage", "storageBuckets", "locks", "serviceWorker", "permissions", "credentials", "clipboard"],
  ...["usb", "hid", "serial", "bluetooth", "sendBeacon", "userActivation"],
];

/**
 * Takes the network and the browser's storage from the code that will run here, for good. Of `fetch` a narrow one
 * remains, for the files that the page itself hands over.
 */
export function closeDoors(scope: object, fetchGiven: (name: string) => Promise<Response>): void {
  for (const name of doors) take(scope, name, undefined);
  const { navigator } = scope as { navigator?: object };
  if (navigator) for (const name of navigatorDoors) take(navigator, name, undefined);
  take(scope, "fetch", async (input: unknown) => {
    const address = String((input as { url?: string })?.url ?? input);
    return fetchGiven(address.slice(address.lastIndexOf("/") + 1));
  });
}

/** Puts a value in a name's place, wherever on the way up the name stands. */
function take(holder: object, name: string, value: unknown): void {
  let isThere = false;
  for (let at: object | null = holder; at; at = Object.getPrototypeOf(at)) {
    if (!Object.hasOwn(at, name)) continue;
    isThere = true;
    Object.defineProperty(at, name, { value, writable: false, configurable: false, enumerable: false });
  }
  if (!isThere && value !== undefined)
    Object.defineProperty(holder, name, { value, writable: false, configurable: false });
}
