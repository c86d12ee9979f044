// The peer: fastify and better-sqlite3, and nothing else. It runs the SQL that we run for a request
// (each reading once, all in one transaction), makes JSON of an object that holds what we answer,
// and sends it with the headers that we send. It decides nothing and computes nothing: who asks,
// whether they may, and what they see is told to it beforehand in plan.json.
//
//     node server.js DATABASE PLAN PORT

import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import fastify from "fastify";

const [database, planFile, port] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8"));

const db = new Database(database);
for (const habit of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
                     "secure_delete = ON", "temp_store = MEMORY"])
  db.pragma(habit);
const statements = plan.sql.map((sql) => ({
  run: db.prepare(sql),
  reads: sql.startsWith("SELECT"),
  givesSeq: sql.startsWith("SELECT max(seq)"),
  givesEntry: sql.startsWith("SELECT n, hash FROM trail"),
}));
const begin = db.prepare("BEGIN");
const beginToWrite = db.prepare("BEGIN IMMEDIATE");
const commit = db.prepare("COMMIT");

const asks = new Map();
for (const ask of plan.asks) {
  const known = { steps: ask.steps.map(([at, values]) => ({ ...statements[at], values })),
                  answer: JSON.parse(ask.answer) };
  asks.set(`${ask.method} ${ask.target} radslag=${ask.token}`, known);
}

function read(ask) {
  begin.run();
  for (const { run, values } of ask.steps) run.all(values);
  commit.run();
  return ask.answer;
}

// The numbers of a happening and of the trail's entry go on from the last ones of their case; the
// act's id is the client's.
function write(ask, act) {
  let seq = 0;
  let entry = 0;
  const value = (one) => {
    if (one === null || typeof one !== "object") return one;
    if ("seq" in one) return seq + one.seq;
    return "entry" in one ? entry + one.entry : act;
  };
  beginToWrite.run();
  for (const { run, reads, givesSeq, givesEntry, values } of ask.steps) {
    if (!reads) run.run(values.map(value));
    else {
      const rows = run.all(values.map(value));
      if (givesSeq) seq = rows[0]["max(seq)"];
      if (givesEntry) entry = rows[0]?.n ?? 0;
    }
  }
  commit.run();
  return ask.answer;
}

const app = fastify();
const answer = (work) => (request, reply) => {
  const ask = asks.get(`${request.method} ${request.url} ${request.headers.cookie}`);
  if (ask === undefined) return reply.code(404).send({ code: "not planned" });
  reply.headers(plan.headers).send(JSON.stringify(work(ask, request.body?.id)));
};
app.get("/*", answer(read));
app.post("/*", answer(write));
await app.listen({ host: "127.0.0.1", port: Number(port) });
console.log("listening");
