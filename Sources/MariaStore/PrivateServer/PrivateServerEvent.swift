/// What happened to the private server.
package enum PrivateServerEvent: Sendable, Hashable {
    /// Why the server is not started again although it is down.
    package enum HoldReason: Sendable, Hashable {
        /// Less space is free for its data than the floor; a server that fills the disk ends in corruption.
        case diskNearlyFull(freeBytes: UInt64, floorBytes: UInt64)
        /// It died too often in a short time; the next try comes when that time has passed.
        case diesTooOften(deaths: Int, within: Duration)
    }

    /// The data folder is being filled for the first time.
    case installing
    /// The server program is being started, which includes a recovery after a crash.
    case starting
    /// The server answers on its socket. `adopted` means that it was running when this program started.
    case running(adopted: Bool)
    /// The server ended by itself, or could not be started; the words are its own where it left any.
    case crashed(words: String)
    /// The server is down and is left so for now.
    case held(HoldReason)
    /// The server runs, but does not listen on addresses that this machine does not have now.
    case withoutAddress(String)
    /// The server was stopped because this program stops.
    case stopped
}

extension PrivateServerEvent: CustomStringConvertible {
    /// One line for an operator.
    package var description: String {
        switch self {
        case .installing: "MariaDB's data folder is being prepared"
        case .starting: "MariaDB is starting"
        case .running(adopted: false): "MariaDB is running"
        case .running(adopted: true): "MariaDB is running; it was already there and has been taken over"
        case .crashed(let words): "MariaDB is down: \(words)"
        case .held(let reason): "MariaDB stays down for now: \(reason)"
        case .withoutAddress(let addresses):
            """
            \(addresses) is not an address of this machine now (is the VPN up?): the peer cannot reach this node's \
            database until it is
            """
        case .stopped: "MariaDB was stopped"
        }
    }
}

extension PrivateServerEvent.HoldReason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .diskNearlyFull(let free, let floor):
            """
            only \(free >> 20) MiB are free on its disk, \(floor >> 20) MiB are needed; \
            make room and it starts by itself
            """
        case .diesTooOften(let deaths, let window):
            "it died \(deaths) times within \(window.components.seconds) s; its log says why"
        }
    }
}
