import Glibc
import LabKit
import Testing
import Vocabulary

extension LabTests {
    @Suite struct MovingPhoneTests {
        @Test func `a phone moves to the backup, is reached there, and comes back`() async throws {
            try await Lab.running(LabOptions(hasNodes: false)) { lab in
                let primary = lab.addresses.fromPhones(.primary)
                let secondary = lab.addresses.fromPhones(.secondary)
                let desk = try await lab.phone(
                    PhonePlan("101", registrars: [primary, secondary], at: .lan(101), tone: 440))
                let room = try await lab.phone(
                    PhonePlan("201", registrars: [secondary, primary], at: .lan(201), tone: 640))
                try await desk.awaitRegistered(at: primary)
                try await room.awaitRegistered(at: secondary)
                for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail") }
                try await conversation(from: room, to: desk)

                try await lab.inflict(.hostDead(.secondary))
                Measures.note("Secondary dead: the room is on the Primary", try await room.awaitRegistered(at: primary))
                try await conversation(from: desk, to: room)
                try await lab.heal(.hostDead(.secondary))
                Measures.note("Secondary back: the room is back", try await room.awaitRegistered(at: secondary))
                for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail") }
                try await conversation(from: desk, to: room)

                try await lab.inflict(.asteriskDead(.primary))
                Measures.note(
                    "Primary's Asterisk dead: the desk is on the Secondary",
                    try await desk.awaitRegistered(at: secondary))
                try await conversation(from: room, to: desk)
                try await lab.heal(.asteriskDead(.primary))
                Measures.note("Asterisk back: the desk is back", try await desk.awaitRegistered(at: primary))
            }
        }

        @Test func `a call on a surviving server outlives a failure of the phone's registrar`() async throws {
            try await Lab.running(LabOptions(.premise, hasNodes: false)) { lab in
                let servers = Mode.allCases.map { lab.addresses.fromPhones($0) }
                let desk = try await lab.phone(PhonePlan("101", registrars: servers, at: .lan(101), tone: 440))
                let room = try await lab.phone(
                    PhonePlan("201", registrars: servers.reversed(), at: .lan(201), tone: 640))
                try await desk.awaitRegistered(at: servers[0])
                try await room.awaitRegistered(at: servers[1])
                try await lab.primary.asterisk.awaitTrunk("Avail")
                try await lab.inflict(.asteriskDead(.primary))
                try await desk.awaitRegistered(at: servers[1])
                try await room.dial("101")
                try await desk.answer()
                try await desk.awaitEstablished()
                // Back home while the call goes on where it is.
                try await lab.heal(.asteriskDead(.primary))
                try await desk.awaitRegistered(at: servers[0])
                try await desk.awaitTone(room.plan.tone)
                try await room.awaitTone(desk.plan.tone)
                try await room.hangUp()
                try await desk.awaitIdle()
            }
        }

        @Test func `a phone that comes back soon keeps its registration, though it took the former one back in vain`()
            async throws
        {
            try await Lab.running(LabOptions(hasNodes: false)) { lab in
                let servers = Mode.allCases.map { lab.addresses.fromPhones($0) }
                let desk = try await lab.phone(PhonePlan("101", registrars: servers, at: .lan(101), tone: 440))
                try await desk.awaitRegistered(at: servers[0])
                try await lab.inflict(.asteriskDead(.primary))
                try await desk.awaitRegistered(at: servers[1])
                try await lab.inflict(.asteriskDead(.secondary))
                try await lab.heal(.asteriskDead(.primary))
                try await desk.awaitRegistered(at: servers[0])
                // What the phone still repeats has come within four seconds of the server's return.
                try await LabWaiting.pass(.seconds(5))
                try await lab.primary.asterisk.awaitContact(of: "101", within: .seconds(1))
            }
        }

        @Test func `a call that was dialled outlives the phone's move, and rings once its server goes on`() async throws
        {
            try await Lab.running(LabOptions(hasNodes: false)) { lab in
                let servers = Mode.allCases.map { lab.addresses.fromPhones($0) }
                let desk = try await lab.phone(PhonePlan("101", registrars: servers, at: .lan(101), tone: 440))
                let clerk = try await lab.phone(PhonePlan("102", registrars: [servers[0]], at: .lan(102), tone: 540))
                for phone in [desk, clerk] { try await phone.awaitRegistered(at: servers[0]) }
                let asterisk = try #require(lab.primary.asterisk.process)
                asterisk.send(SIGSTOP)
                try await desk.dial("102")
                try await LabWaiting.until("the desk moves", within: .seconds(10)) { desk.registrar == servers[1] }
                asterisk.send(SIGCONT)
                try await clerk.answer()
                try await desk.awaitEstablished()
                try await desk.awaitTone(clerk.plan.tone)
                try await desk.hangUp()
                try await clerk.awaitIdle()
                try await desk.awaitRegistered(at: servers[0])
            }
        }

        private func conversation(from caller: LabPhone, to called: LabPhone) async throws {
            try await caller.dial(called.number)
            try await called.answer()
            try await caller.awaitEstablished()
            try await caller.awaitTone(called.plan.tone)
            try await called.awaitTone(caller.plan.tone)
            try await caller.hangUp()
            try await caller.awaitIdle()
            try await called.awaitIdle()
        }
    }
}
