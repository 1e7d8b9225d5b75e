// The CouchDB protocol served by express-pouchdb over LevelDB: node pouch_server.js FOLDER PORT
const [, , folder, port] = process.argv;
const express = require('express');
const PouchDB = require('pouchdb').defaults({ prefix: folder + '/' });
const app = express();
app.use('/db', require('express-pouchdb')(PouchDB, {
  mode: 'minimumForPouchDB', logPath: folder + '/log.txt', inMemoryConfig: true,
}));
app.listen(+port, '127.0.0.1');
