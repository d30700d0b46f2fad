// A client of jspurefix: logs on, trades with itself, asks, cancels, and counts what it refuses. Arguments: port, SenderCompID.
// Prints "received=… refused=… done=…".
'use strict'
require('reflect-metadata')
const { AsciiSession, SessionLauncher, MsgType } = require('jspurefix')

const [port, sender] = process.argv.slice(2)
const run = Date.now()
let received = 0
let refused = 0
let done = false

class Client extends AsciiSession {
  constructor (config) {
    super(config)
    this.counts = {}
    this.waiting = []
  }

  order (id, side, quantity, price) {
    return {
      ClOrdID: id + run, Instrument: { Symbol: 'ACME' }, Side: side, TransactTime: new Date(),
      OrderQtyData: { OrderQty: quantity }, OrdType: '2', Price: price
    }
  }

  // Runs the step when that many messages of the type have come.
  when (type, times, step) {
    this.waiting.push({ type, times, step })
    this.look()
  }

  look () {
    for (const each of [...this.waiting]) {
      if ((this.counts[each.type] || 0) >= each.times) {
        this.waiting.splice(this.waiting.indexOf(each), 1)
        each.step()
      }
    }
  }

  onReady () {
    this.send('D', this.order('a', '1', 10, 99))
    this.send('D', this.order('b', '2', 4, 99))
    this.when('8', 4, () => {
      this.send('H', { ClOrdID: 'a' + run, Instrument: { Symbol: 'ACME' }, Side: '1' })
      this.send('F', { ClOrdID: 'c' + run, OrigClOrdID: 'a' + run, Instrument: { Symbol: 'ACME' }, Side: '1',
        TransactTime: new Date(), OrderQtyData: { OrderQty: 10 } })
      this.send('F', { ClOrdID: 'd' + run, OrigClOrdID: 'nothing', Instrument: { Symbol: 'ACME' }, Side: '1',
        TransactTime: new Date(), OrderQtyData: { OrderQty: 10 } })
      this.send('q', { ClOrdID: 'e' + run, MassCancelRequestType: '7', TransactTime: new Date() })
    })
    this.when('r', 1, () => this.when('9', 1, () => this.when('8', 6, () => {
      done = true
      this.done()
    })))
  }

  onApplicationMsg (type) {
    received++
    this.counts[type] = (this.counts[type] || 0) + 1
    this.look()
  }

  onDecoded () {}

  onEncoded (type, text) {
    if (type === MsgType.Reject || type === 'j') {
      refused++
      console.log('refuses: ' + text)
    }
  }

  onLogon () { return true }

  onStopped () {}
}

const description = {
  application: { type: 'initiator', name: 'client', tcp: { host: '127.0.0.1', port: Number(port) }, protocol: 'ascii', dictionary: 'repo44' },
  Username: sender, Password: 'demo', EncryptMethod: 0, ResetSeqNumFlag: true, HeartBtInt: 30,
  SenderCompId: sender, TargetCompID: 'VEX', BeginString: 'FIX.4.4'
}

const quiet = { info () {}, warning () {}, debug () {}, error (e) { console.log('error: ' + (e && e.message)) }, isEnabled () { return false } }
const logs = { logger: () => quiet, plain: () => quiet }

setTimeout(() => finish(), 40000).unref()

function finish () {
  console.log(`received=${received} refused=${refused} done=${done}`)
  process.exit(done && refused === 0 ? 0 : 1)
}

class Launcher extends SessionLauncher {
  constructor () {
    super(description, null, logs)
  }

  makeFactory () {
    return { makeSession: config => new Client(config) }
  }
}

new Launcher().run()
  .then(finish)
  .catch(e => {
    console.log('fails: ' + (e && e.stack))
    finish()
  })
