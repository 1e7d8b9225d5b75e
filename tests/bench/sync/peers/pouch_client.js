// PouchDB as a client that obeys the orders of orders.py: node pouch_client.js URL NAME FOLDER; letters come from a file.
const [, , url, name, folder] = process.argv;
const fs = require('fs');
const PouchDB = require('pouchdb');
const local = new PouchDB(folder + '/' + name + '-letters');
const remote = new PouchDB(url + '/db/letters');
const options = { batch_size: 1000, batches_limit: 4 };
const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\n');
const memory = () => fs.readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/)[1] * 1024;
let added = 0;

const timed = async (act) => {
  const begun = process.hrtime.bigint();
  const done = await act();
  if (!done.ok) throw new Error('replication failed');
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9 };
};

const acts = {
  async add(file) {
    const letters = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (let start = 0; start < letters.length; start += 1000) {
      const part = letters.slice(start, start + 1000);
      await local.bulkDocs(part.map((one) => ({ _id: name + String(added++).padStart(8, '0'), ...one })));
    }
    return {};
  },
  async change(count) {
    const { rows } = await local.allDocs({ limit: +count, include_docs: true });
    await local.bulkDocs(rows.map(({ doc }) => ({ ...doc, remarks: doc.remarks + '.' })));
    return {};
  },
  send: () => timed(() => local.replicate.to(remote, options)),
  fetch: () => timed(() => local.replicate.from(remote, options)),
  count: async () => ({ count: (await local.info()).doc_count }),
  memory: async () => ({ memory: memory() }),
};

(async () => {
  await remote.info();
  say({ ready: true, memory: memory() });
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    const [word, ...rest] = line.split(' ');
    say(await acts[word](...rest));
  }
  await local.close();
  process.exit(0);
})().catch((error) => { console.error(error); process.exit(1); });
