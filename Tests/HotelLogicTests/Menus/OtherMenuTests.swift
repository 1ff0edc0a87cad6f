import HotelLogic
import Testing
import Vocabulary

@Suite struct OtherMenuTests {
    private let guest = MenuCaller(number: ExtensionNumber(literal: "1001"), room: try? RoomNumber("101"))
    private let staff = MenuCaller(number: ExtensionNumber(literal: "2001"), room: nil)

    @Test func `the state of a room is asked for with who reports it, read back and confirmed`() {
        let menu = RoomStatusMenuMachine(caller: guest)
        let pad = Keypad(menu, keys: ["17", "1", "1"]) { _ in .done }
        #expect(pad.requests == [.report(Housekeeping(.clean, attendant: "17"), of: nil)])
        #expect(pad.heard([.sound(.youEntered), .digits("1"), .sound(.pressForCorrect)]))
        #expect(pad.heard([.sound(.wasSuccessfully), .sound(.added)]))
    }

    @Test func `a phone of no room names the room first`() throws {
        let pad = Keypad(RoomStatusMenuMachine(caller: staff), keys: ["204", "", "2", "1"]) { _ in .done }
        #expect(pad.requests == [.report(Housekeeping(.dirty), of: try RoomNumber("204"))])
        #expect(Keypad(RoomStatusMenuMachine(caller: staff)) { _ in .done }.requests.isEmpty)
    }

    @Test func `a state and who reports it may be dialled with the code`() {
        let pad = Keypad(RoomStatusMenuMachine(digits: "317", caller: guest)) { _ in .done }
        #expect(pad.requests == [.report(Housekeeping(.inspected, attendant: "17"), of: nil)])
        #expect(Keypad(RoomStatusMenuMachine(digits: "9", caller: guest)) { _ in .done }.requests.isEmpty)
    }

    @Test func `every state has its digit, and a wrong one is asked for again`() {
        let states = (1...9).compactMap { RoomStatusMenuMachine.status(String($0)) }
        #expect(states.count == Set(states).count)
        #expect(Set(states) == Set(Housekeeping.Status.allCases))
        let pad = Keypad(RoomStatusMenuMachine(caller: guest), keys: ["1", "9", "4", "1"]) { _ in .done }
        #expect(pad.requests == [.report(Housekeeping(.inService, attendant: "1"), of: nil)])
        let silent = Keypad(RoomStatusMenuMachine(caller: guest), keys: ["1", "9", "9", "9", "4", "1"]) { _ in .done }
        #expect(silent.requests.isEmpty)
        #expect(Keypad(RoomStatusMenuMachine(caller: guest), keys: ["1", "4", "*"]) { _ in .done }.requests.isEmpty)
    }

    @Test func `do-not-disturb and forwarding are switched and said`() {
        let on = Keypad(SwitchMenuMachine.doNotDisturb(true)) { _ in .done }
        #expect(on.requests == [.setDoNotDisturb(true)])
        #expect(on.said == [.sound(.doNotDisturb), .sound(.activated)])
        #expect(Keypad(SwitchMenuMachine.doNotDisturb(false)) { _ in .done }.said.last == .sound(.deactivated))
        #expect(Keypad(SwitchMenuMachine.forward(to: "600")) { _ in .done }.requests == [.forward(to: "600")])
        #expect(Keypad(SwitchMenuMachine.forward(to: "")) { _ in .done }.requests == [.forward(to: nil)])
        #expect(Keypad(SwitchMenuMachine.doNotDisturb(true)) { _ in .refused(.notNow) }.said.first == .sound(.sorry))
    }

    @Test func `messages are counted, and the ways to box and desk are offered where there are any`() {
        let some = MenuAnswer.messages(waiting: 2, hasBox: true)
        let pad = Keypad(MessageMenuMachine(caller: guest), keys: ["1"]) { _ in some }
        #expect(pad.heard([.sound(.youHave), .number(2), .sound(.messages), .sound(.pressOneForMessages)]))
        #expect(pad.ending == .voicemail)
        #expect(Keypad(MessageMenuMachine(caller: guest), keys: ["0"]) { _ in some }.ending == .desk)
        #expect(Keypad(MessageMenuMachine(caller: guest)) { _ in some }.ending == .done)
        let none = Keypad(MessageMenuMachine(caller: guest), keys: ["1"]) { _ in .messages(waiting: 0, hasBox: false) }
        #expect(none.heard([.sound(.youHave), .sound(.no), .sound(.messages)]))
        #expect(none.ending == .done)
        let far = MenuCaller(number: guest.number, room: guest.room, isFromPeer: true)
        let said = Keypad(MessageMenuMachine(caller: far)) { _ in .messages(waiting: 0, hasBox: false) }
        #expect(said.said.last == .sound(.goodbye))
    }

    @Test func `every feature but two has a menu, and only what is a caller's own is done anywhere`() {
        let without = HotelFeature.allCases.filter { $0.menu("", for: guest) == nil }
        #expect(without == [.minibar, .voicemail])
        #expect(HotelFeature.allCases.filter { $0.isPersonal(to: guest) } == [.forwardOn, .forwardOff])
        #expect(
            HotelFeature.allCases.filter { $0.isPersonal(to: staff) }
                == [.doNotDisturbOn, .doNotDisturbOff, .forwardOn, .forwardOff])
    }

    @Test func `sounds are named once, and in letters that Asterisk's files have`() {
        #expect(Set(MenuSound.allCases.map(\.rawValue)).count == MenuSound.allCases.count)
        for sound in MenuSound.allCases {
            #expect(sound.rawValue.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-/".contains($0) })
        }
    }
}
