import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import type { Canaries } from "./canaries.ts";
import type { Probe } from "./probe.ts";

const hasWord = (brought: string, { word }: Canaries): boolean => brought.includes(word);
const done = (brought: string): boolean => brought !== "";

/** What the guard must hold, each with what the levels without namespaces leave open. */
export const probes: readonly Probe[] = [
  {
    name: "read-outside",
    title: "read a file outside",
    request: ({ outside }) => ({ action: "read", paths: [outside] }),
    reached: hasWord,
    openAt: ["E"],
  },
  {
    name: "read-hidden-tests",
    title: "read the hidden tests",
    request: ({ hiddenTests }) => ({ action: "read", paths: [hiddenTests] }),
    reached: hasWord,
    openAt: ["E"],
  },
  {
    name: "read-other-student",
    title: "read another student's folder",
    request: ({ otherStudent }) => ({ action: "read", paths: [otherStudent] }),
    reached: hasWord,
    openAt: ["E"],
  },
  {
    name: "environment",
    title: "find a secret in the environment",
    request: () => ({ action: "environment" }),
    reached: hasWord,
    openAt: [], // no level hands the environment on
  },
  {
    name: "tcp",
    title: "connect over TCP",
    request: ({ tcpPort }) => ({ action: "connect", to: { port: tcpPort } }),
    reached: hasWord,
    openAt: ["D", "E"],
  },
  {
    name: "udp",
    title: "send over UDP",
    request: ({ udpPort, word }) => ({ action: "datagram", port: udpPort, text: word }),
    reached: (_, canaries) => canaries.heard(),
    openAt: ["D", "E"],
  },
  {
    name: "unix-socket",
    title: "connect to a Unix socket",
    request: ({ unixSocket }) => ({ action: "connect", to: { path: unixSocket } }),
    reached: hasWord,
    openAt: ["D", "E"],
  },
  {
    name: "start-one",
    title: "start a process",
    request: () => ({ action: "start", count: 1 }),
    wanted: 1,
    unit: "process",
    openAt: ["E"],
  },
  {
    name: "start-sixty",
    title: "start sixty processes",
    request: () => ({ action: "start", count: 60 }),
    wanted: 60,
    unit: "processes",
    openAt: ["E"],
  },
  {
    name: "objects",
    title: "fill 960 MB with objects",
    request: () => ({ action: "objects", megabytes: 960 }),
    wanted: 960,
    unit: "MB",
    openAt: ["E"],
  },
  {
    name: "buffers",
    title: "fill 960 MB with buffers",
    request: () => ({ action: "buffers", megabytes: 960 }),
    wanted: 960,
    unit: "MB",
    openAt: ["D", "E"],
  },
  {
    name: "loop",
    title: "compute without end",
    request: () => ({ action: "loop", cpuSeconds: 3 }),
    wanted: 3,
    unit: "s",
    openAt: ["D", "E"],
  },
  {
    name: "write-outside",
    title: "write a file outside",
    request: ({ drop, word }) => ({ action: "write", path: join(drop, "written"), text: word }),
    reached: (_, { drop }) => existsSync(join(drop, "written")),
    openAt: ["E"],
  },
  {
    name: "make-link",
    title: "make a link that leads out",
    request: ({ drop, outside }) => ({ action: "link", path: join(drop, "made"), target: outside }),
    reached: (_, { drop }) => lstatSync(join(drop, "made"), { throwIfNoEntry: false }) !== undefined,
    openAt: ["E"],
  },
  {
    name: "follow-link",
    title: "follow a link that leads out",
    request: (_, work) => ({ action: "read", paths: [join(work, "link")] }),
    reached: hasWord,
    openAt: ["D", "E"],
  },
  {
    name: "processes",
    title: "look at other processes",
    request: () => ({ action: "processes" }),
    reached: hasWord,
    openAt: ["E"],
  },
  {
    name: "worker",
    title: "start a thread",
    request: ({ word }) => ({ action: "worker", text: word }),
    reached: hasWord,
    openAt: ["E"],
  },
  {
    name: "addon",
    title: "load a native add-on",
    request: (_, work) => ({ action: "addon", path: join(work, "addon.node") }),
    reached: done,
    openAt: ["E"],
  },
  {
    name: "gradebook",
    title: "open the gradebook",
    request: ({ gradebook }) => ({ action: "database", path: gradebook }),
    reached: hasWord,
    openAt: ["E"],
  },
  {
    name: "fill-disk",
    title: "fill the disk with 200 MB",
    request: ({ drop }, work) => ({
      action: "fill",
      folders: [work, "/tmp", drop],
      megabytes: 200,
    }),
    wanted: 200,
    unit: "MB",
    openAt: ["E"],
  },
  {
    name: "print",
    title: "print 64 MB",
    request: () => ({ action: "print", megabytes: 64 }),
    wanted: 64,
    unit: "MB",
    openAt: [], // whoever reads stops reading: the caller's cap
  },
];
