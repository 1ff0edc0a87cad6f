import Vocabulary
import Wire

/// The door to this node's Asterisk. Calls never wait for it: Asterisk routes alone by what was written last.
///
/// Orders may be given side by side. Nothing is done twice: where one fails with `lost` or `timedOut` Asterisk may have
/// carried it out, so a caller repeats only what may be done twice, as all writes to the database may. While there is
/// no session every order fails at once. Cancelling the task throws `cancelled` at once; Asterisk is not told.
package protocol AsteriskPort: Sendable {
    /// What is known of Asterisk at this moment.
    var situation: AsteriskSituation { get }

    /// What happens from now on, oldest first, for one consumer; each call begins a stream of its own. It begins with
    /// `situation` as it is now. A consumer that is too slow loses the oldest events, of which `missed` tells.
    func events() -> AsyncStream<AsteriskEvent>

    /// Version, system name, start and load.
    func facts() async throws(AsteriskFailure) -> AsteriskFacts

    /// Has a module, such as `res_pjsip.so`, read its configuration anew. Asterisk answers with success also where it
    /// kept its old configuration: whoever renders files asks for a marker afterwards.
    func reload(module: String) async throws(AsteriskFailure)

    /// Runs a line of the console and gives what it prints.
    func command(_ line: String) async throws(AsteriskFailure) -> [String]

    /// Writes entries of Asterisk's database. Its dialplan reads them when this returns; the disk has them within about
    /// a second, so one that is killed may forget the newest: after each start they are put again. After an error some
    /// may be written.
    func put(_ entries: [AsteriskEntry]) async throws(AsteriskFailure)

    /// The value of an entry, or nil.
    func value(family: String, key: String) async throws(AsteriskFailure) -> String?

    /// All entries of a family and of the families below it.
    func entries(family: String) async throws(AsteriskFailure) -> [AsteriskEntry]

    /// Removes an entry; one that is not there is no error.
    func remove(family: String, key: String) async throws(AsteriskFailure)

    /// Removes a family with everything below it; one that is not there is no error.
    func removeTree(family: String) async throws(AsteriskFailure)

    /// Calls somebody and returns when it is known what became of it: at the latest some seconds after the ring time.
    /// A call that was cancelled here goes on in Asterisk; `hangUp` ends it.
    func originate(_ order: OriginateOrder) async throws(AsteriskFailure) -> CallOutcome

    /// Ends a channel, by its name or by the id that an order gave it; one that is gone is no error.
    func hangUp(channel: String) async throws(AsteriskFailure)

    /// The contacts of every phone that registered.
    func contacts() async throws(AsteriskFailure) -> [ContactDetail]

    /// The contacts of one endpoint, also those from files; nil where there is no such endpoint.
    func contacts(of endpoint: String) async throws(AsteriskFailure) -> [ContactDetail]?

    /// Forgets a contact that a phone left behind here when it moved; the phone is not rung there from now on.
    /// No event tells of it.
    func removeContact(id: String) async throws(AsteriskFailure)

    /// Probes the contacts of an endpoint now; the result comes as an event.
    func qualify(endpoint: String) async throws(AsteriskFailure)

    /// How the trunk behind an endpoint stands, as Asterisk's last probe found it.
    func trunk(endpoint: String) async throws(AsteriskFailure) -> TrunkState

    /// The channels that are open now.
    func channels() async throws(AsteriskFailure) -> [ChannelReading]

    /// Has a mailbox looked at again, so that its lamps show what its files say.
    func refreshVoicemail(mailbox: String, context: String) async throws(AsteriskFailure)
}
