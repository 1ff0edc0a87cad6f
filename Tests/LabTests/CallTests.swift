import LabKit
import Testing
import Vocabulary

extension LabTests {
    @Suite struct CallTests {
        @Test func `phones speak on one server and across the trunk, and with a gateway and the world`() async throws {
            try await Lab.running(LabOptions(hasNodes: false)) { lab in
                let primary = lab.addresses.fromPhones(.primary)
                let secondary = lab.addresses.fromPhones(.secondary)
                let desk = try await lab.phone(
                    PhonePlan("101", registrars: [primary], at: .lan(101), tone: 440))
                let clerk = try await lab.phone(
                    PhonePlan("102", registrars: [primary], at: .lan(102), tone: 540))
                let room = try await lab.phone(
                    PhonePlan("201", registrars: [secondary], at: .lan(201), tone: 640))
                for (phone, server) in [(desk, primary), (clerk, primary), (room, secondary)] {
                    try await phone.awaitRegistered(at: server)
                }
                for host in lab.hosts { try await host.asterisk.awaitTrunk("Avail") }
                try await conversation(from: desk, to: clerk)
                try await conversation(from: desk, to: room)
                try await conversation(from: room, to: desk)
                try await outbound(lab, from: desk)
                try await inbound(lab, to: desk)
                try await gateway(lab, with: room)
            }
        }

        /// A call, both tones heard, hung up by the one who was called.
        private func conversation(from caller: LabPhone, to called: LabPhone) async throws {
            try await caller.dial(called.number)
            try await called.answer()
            try await caller.awaitEstablished()
            try await called.awaitEstablished()
            try await caller.awaitTone(called.plan.tone)
            try await called.awaitTone(caller.plan.tone)
            #expect(try await !caller.heard(caller.plan.tone.frequency, within: .seconds(1)))
            try await called.hangUp()
            try await caller.awaitIdle()
            try await called.awaitIdle()
        }

        private func outbound(_ lab: Lab, from phone: LabPhone) async throws {
            let carrier = try await lab.carrier()
            try await carrier.answer()
            try await phone.dial("\(LabPlan.outward)15551234")
            try await phone.awaitEstablished()
            try await carrier.awaitCall(to: "15551234")
            // The carrier sends back what it hears.
            try await phone.awaitTone(phone.plan.tone)
            try await phone.hangUp()
            try await phone.awaitIdle()
        }

        /// From the world to the desk, by the Primary's public address and by the hotel's.
        private func inbound(_ lab: Lab, to desk: LabPhone) async throws {
            let carrier = try await lab.carrier()
            for mode in Mode.allCases {
                async let outcome = carrier.call("43800", at: lab.addresses.fromOutside(mode), lasting: .seconds(3))
                try await desk.answer()
                try await desk.awaitEstablished()
                try await desk.awaitTone(desk.plan.tone)
                #expect(try await outcome.succeeded == 1)
                try await desk.awaitIdle()
            }
        }

        /// A gateway in trunk mode: it never registers, calls and is called at its address.
        private func gateway(_ lab: Lab, with room: LabPhone) async throws {
            let gateway = try await lab.phone(.gateway(["2101", "2102"], at: .lan(60), tone: 740))
            try await room.dial("2101", directlyAt: "192.168.101.60")
            try await gateway.answer()
            try await room.awaitTone(gateway.plan.tone)
            #expect(gateway.state.calls.first?.account == "sip:2101@192.168.101.60")
            try await gateway.hangUp()
            try await room.awaitIdle()
        }
    }
}
