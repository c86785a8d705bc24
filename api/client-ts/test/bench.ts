// What checking costs: npm run bench. CPU time, so that other work on the machine counts less.
import { verifyCertificate } from "../dist/index.js";
import { certify, domain, goldenClaim, goldenMembers, goldenSet } from "./golden.js";

function measure(what: string, rounds: number, work: () => void): void {
  for (let i = 0; i < 5; i++) work(); // the compiler warms up
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  for (let i = 0; i < rounds; i++) work();
  const used = process.cpuUsage(cpu);
  const ms = (total: number) => (total / rounds).toFixed(1);
  console.log(`${what}: ${ms((used.user + used.system) / 1000)} ms of CPU, ${ms(performance.now() - wall)} ms elapsed`);
}

for (const n of [4, 128, 256]) {
  goldenMembers(n);
  const set = goldenSet(3n, n);
  const certificate = certify(goldenClaim, n, ...Array.from({ length: n }, (_, i) => i));
  measure(`set of ${n}, once an epoch`, 5, () => goldenSet(3n, n));
  measure(`certificate of ${n}`, 50, () => verifyCertificate(domain, set, certificate));
}
