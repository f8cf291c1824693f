// Promises that every metric makes. A metric of the registry without its entry here does not compile.
import type { metrics } from "../../../lib/index.ts";
import { labelMetrics } from "./labelMetrics.ts";
import type { MetricTests } from "./metricPromise.ts";
import { numberMetrics } from "./numberMetrics.ts";
import { pointMetrics } from "./pointMetrics.ts";
import { textMetrics } from "./textMetrics.ts";

const promises = {
  ...labelMetrics,
  ...numberMetrics,
  ...pointMetrics,
  ...textMetrics,
} satisfies Record<keyof typeof metrics, MetricTests>;

for (const [name, testMetric] of Object.entries(promises)) testMetric(name);
