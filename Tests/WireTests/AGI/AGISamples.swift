import Vocabulary

@testable import Wire

/// What Asterisk says in sessions of the tests.
enum AGISamples {
    static let now = Instant(nanoseconds: 1_000_000_000)

    static let environment = """
        agi_network: yes
        agi_network_script: feature
        agi_request: agi://127.0.0.1:4573/feature
        agi_channel: PJSIP/1001-00000001
        agi_language: en
        agi_uniqueid: node-1750000000.1
        agi_callerid: 101
        agi_arg_1: wake-up
        agi_arg_2: 1001
        agi_arg_3: 101
        agi_arg_4:\u{20}
        agi_arg_5: node-1750000000.1


        """

    /// A session that has begun.
    static func begun() -> AGISessionMachine {
        var machine = AGISessionMachine()
        machine.connected(at: now)
        _ = machine.received(Array(environment.utf8))
        return machine
    }

    /// A session in which a command waits.
    static func waiting(_ command: AGICommand = .answer) -> AGISessionMachine {
        var machine = begun()
        _ = machine.asked(command, at: now)
        return machine
    }
}
