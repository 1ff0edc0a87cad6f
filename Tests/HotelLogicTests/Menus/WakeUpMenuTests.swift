import HotelLogic
import Testing
import Vocabulary

@Suite struct WakeUpMenuTests {
    private let caller = MenuCaller(
        number: ExtensionNumber(literal: "1001"), room: try? RoomNumber("101"))
    private let early: MenuWakeUp
    private let late: MenuWakeUp

    init() throws {
        early = MenuWakeUp(WakeUpID(node: .secondary, number: 1), at: try TimeOfDay("06:15"))
        late = MenuWakeUp(WakeUpID(node: .secondary, number: 2), at: try TimeOfDay("09:00"))
    }

    private func time(_ text: String) throws -> TimeOfDay { try TimeOfDay(text) }

    private func menu(_ wish: WakeUpMenuMachine.Wish = .choose) -> WakeUpMenuMachine {
        WakeUpMenuMachine(wish, caller: caller)
    }

    private func house(_ request: MenuRequest, _ wakeUps: [MenuWakeUp] = []) -> MenuAnswer {
        switch request {
        case .wakeUps: .wakeUps(wakeUps)
        case .setWakeUp(let time): .wakeUpSet(time, .tomorrow)
        case .cancelWakeUp: .cancelled(1)
        case .cancelAllWakeUps: .cancelled(wakeUps.count)
        case .setDoNotDisturb, .report, .messages, .forward: .done
        }
    }

    @Test func `a time is entered, read back, confirmed and set`() throws {
        let pad = Keypad(menu(), keys: ["0730", "1"]) { house($0) }
        let half = try time("07:30")
        #expect(pad.requests == [.wakeUps, .setWakeUp(half)])
        #expect(pad.heard([.sound(.time), .sound(.beep), .sound(.youEntered), .time(half)]))
        #expect(pad.heard([.sound(.time), .sound(.isSetTo), .time(half), .sound(.tomorrow)]))
        #expect(pad.ending == .done)
    }

    @Test func `three digits are a time too, and a time that no clock shows is asked for again`() throws {
        #expect(Keypad(menu(), keys: ["730", "1"]) { house($0) }.requests.last == .setWakeUp(try time("07:30")))
        let pad = Keypad(menu(), keys: ["2460", "99", "0600", "1"]) { house($0) }
        #expect(pad.requests.last == .setWakeUp(try time("06:00")))
        #expect(pad.said.filter { $0 == .sound(.tryAgain) }.count == 2)
    }

    @Test func `nothing is set where nobody confirms, and a guest who says nothing is let go`() {
        for keys in [["0730", "*"], ["0730", "5"], ["0730"], [], ["2500", "2500", "2500", "0730"], ["07*"]] {
            let pad = Keypad(menu(), keys: keys) { house($0) }
            #expect(pad.requests == [.wakeUps], "\(keys)")
            #expect(pad.ending == .done, "\(keys)")
        }
    }

    @Test func `what is set is read out, and the one just heard is cancelled`() {
        let pad = Keypad(menu(), keys: ["", "*", "#"]) { house($0, [early, late]) }
        #expect(pad.requests == [.wakeUps, .cancelWakeUp(late.id)])
        #expect(pad.heard([.sound(.time), .sound(.isSetTo), .time(early.time), .sound(.pressStarToCancel)]))
        #expect(pad.heard([.sound(.cancelled), .sound(.pressOneToEnter)]))
    }

    @Test func `another time may be entered beside what is set`() throws {
        let pad = Keypad(menu(), keys: ["", "1", "1015", "1"]) { house($0, [early]) }
        #expect(pad.requests.last == .setWakeUp(try time("10:15")))
        let behind = Keypad(menu(), keys: ["1", "1015", "1"]) { house($0, [early, late]) }
        #expect(behind.requests.last == .setWakeUp(try time("10:15")))
    }

    @Test func `zero leads to the desk from everywhere, but not for a call from the peer`() {
        for keys in [["0"], ["0730", "0"]] {
            #expect(Keypad(menu(), keys: keys) { house($0) }.ending == .desk)
        }
        for keys in [["0"], ["", "0"]] {
            #expect(Keypad(menu(), keys: keys) { house($0, [early]) }.ending == .desk)
        }
        let far = MenuCaller(number: caller.number, room: caller.room, isFromPeer: true)
        let pad = Keypad(WakeUpMenuMachine(.choose, caller: far), keys: ["", "0"]) { house($0, [early]) }
        #expect(pad.ending == .done)
        #expect(!pad.said.contains(.sound(.pressZeroForDesk)))
    }

    @Test func `a time dialled with the code is set at once and read back`() throws {
        let pad = Keypad(menu(.set("0645"))) { house($0) }
        #expect(pad.requests == [.setWakeUp(try time("06:45"))])
        #expect(pad.said.contains(.time(try time("06:45"))))
        let bad = Keypad(menu(.set("9999")), keys: ["0645", "1"]) { house($0) }
        #expect(bad.said.first == .sound(.tryAgain))
        #expect(bad.requests == [.setWakeUp(try time("06:45"))])
        #expect(Keypad(menu(.set("")), keys: ["0645", "1"]) { house($0) }.requests.count == 1)
    }

    @Test func `all are cancelled by one code, and a room without any hears so`() {
        #expect(Keypad(menu(.cancelAll)) { house($0, [early]) }.said == [.sound(.cancelled)])
        #expect(Keypad(menu(.cancelAll)) { house($0) }.said == [.sound(.time), .sound(.disabled)])
    }

    @Test(arguments: MenuRefusal.allCases) func `a refusal is told and ends the call`(refusal: MenuRefusal) {
        let pad = Keypad(menu(.set("0645"))) { _ in .refused(refusal) }
        #expect(pad.said.first == .sound(.sorry))
        #expect(pad.ending == .done)
    }

    @Test func `whatever is pressed and answered, the menu comes to an end`() {
        var random = SeededNumbers(seed: 5)
        let pressed = Array("0123456789*")
        let answers: [MenuAnswer] = [
            .done, .wakeUps([]), .wakeUps([early, late]), .wakeUpSet(early.time, .today), .cancelled(0), .cancelled(2),
            .messages(waiting: 1, hasBox: true), .refused(.notNow),
        ]
        let wishes: [WakeUpMenuMachine.Wish] = [.choose, .set(""), .set("0700"), .set("x"), .cancelAll]
        for round in 0..<3_000 {
            let keys = (0..<40).map { _ in String((0..<random.below(5)).map { _ in pressed[random.below(11)] }) }
            let pad = Keypad(menu(wishes[round % wishes.count]), keys: keys) { _ in
                answers[random.below(answers.count)]
            }
            #expect(pad.ending != nil)
        }
    }
}
