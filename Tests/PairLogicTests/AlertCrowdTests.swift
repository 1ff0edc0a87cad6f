import PairLogic
import Testing
import Vocabulary

/// What is told where much happens at once, and where somebody is to act.
struct AlertCrowdTests {
    @Test func `two hundred rooms that are late are told in two, each by its name`() {
        var scene = AlertScene()
        for room in 1...200 { #expect(scene.hear(room, .warning, about: "room \(room)", at: 0) == []) }
        let told = scene.tell(at: 5)
        #expect(told.notices.map(\.id) == [1, 101])
        #expect(scene.subjects(told.notices) == (1...200).map { "room \($0)" })
        #expect(told.notices.allSatisfy { $0.count == 1 && $0.leftOut == 0 })
        #expect(told.settled.sorted() == Array(1...UInt64(200)))
        #expect(scene.machine.waitingCount == 0)
        // Then nobody was woken in any of them, which is graver, and told at once.
        for room in 1...200 { #expect(scene.hear(1_000 + room, about: "room \(room)", at: 20) == []) }
        let missed = scene.tell(at: 25)
        #expect(missed.notices.count == 2)
        #expect(missed.settled.count == 200)
    }

    @Test func `a full house is told in twelve, and loses nothing where the channel takes nothing`() {
        var scene = AlertScene()
        for room in 1...512 { #expect(scene.hear(room, .warning, about: "room \(room)", at: 0) == []) }
        let first = scene.next(at: 5)
        scene.fail(at: 5)
        for room in 1...512 { #expect(scene.hear(1_000 + room, about: "room \(room)", at: 6) == []) }
        let told = scene.tell(at: 20)
        #expect(told.notices.first == first, "what was tried is told as it was")
        #expect(told.notices.count == 12)
        #expect(told.settled.count == 1_024)
    }

    @Test func `a few are told one by one`() {
        var scene = AlertScene()
        for room in 1...AlertMachine.apartMax { scene.hear(room, about: "room \(room)", at: 0) }
        #expect(scene.tell(at: 5).notices.map(\.id) == Array(1...UInt64(AlertMachine.apartMax)))
    }

    @Test func `kinds, severities and the ends of troubles are not mixed`() {
        var scene = AlertScene()
        for number in 1...10 {
            scene.hear(number, .alert, .quarantine, about: "item \(number)", at: 0)
            scene.hear(100 + number, .warning, .copy, about: "item \(number)", at: 0)
            scene.hear(200 + number, .alert, .copy, about: "table \(number)", at: 0)
        }
        #expect(scene.tell(at: 5).notices.map(\.id) == [1, 101, 201])
        for number in 1...10 {
            scene.hear(300 + number, .information, .copy, about: "item \(number)", isOver: true, at: 2_000)
        }
        let over = scene.tell(at: 2_000)
        #expect(over.notices.map(\.id) == [301] && over.settled.count == 10)
    }

    @Test func `whoever was told of many together is told when one of them is over`() {
        var scene = AlertScene()
        for number in 1...6 { scene.hear(number, .alert, .quarantine, about: "item \(number)", at: 0) }
        let first = scene.next(at: 5)
        #expect(first?.others.count == 5)
        // Even where that is while they are told, and before they are taken.
        #expect(scene.hear(7, .information, .quarantine, about: "item 3", isOver: true, at: 5) == [])
        scene.fail(at: 6)
        #expect(scene.hear(8, .information, .quarantine, about: "item 4", isOver: true, at: 7) == [])
        #expect(scene.next(at: 11) == first)
        #expect(scene.machine.delivered() == [1, 2, 3, 4, 5, 6])
        #expect(scene.tell(at: 11).settled == [7, 8])
        #expect(scene.hear(9, .information, .quarantine, about: "item 6", isOver: true, at: 5_000) == [])
        #expect(scene.tell(at: 5_000).settled == [9])
        #expect(scene.hear(10, .information, .quarantine, about: "item 6", isOver: true, at: 5_001) == [10])
    }

    @Test func `the end of a trouble does not overtake it`() {
        var scene = AlertScene()
        scene.hear(1, .alert, .database, about: "", at: 0)
        #expect(scene.tell(at: 5).settled == [1])
        scene.hear(2, .alert, .database, about: "", at: 2_000)
        scene.hear(3, .information, .database, about: "", isOver: true, at: 2_001)
        #expect(scene.tell(at: 2_001).settled == [])
        #expect(scene.tell(at: 2_005).settled == [2, 3])
    }

    @Test func `what goes on and on is gathered for a minute`() {
        var scene = AlertScene()
        var notices: [AlertNotice] = []
        var settled: [UInt64] = []
        for second in 0...120 {
            if second % 2 == 0, second < 60 { scene.hear(second + 1, about: "room \(second)", at: second) }
            let told = scene.tell(at: second)
            notices += told.notices
            settled += told.settled
        }
        #expect(notices.count == AlertMachine.apartMax + 1)
        #expect(settled.count == 30 && Set(scene.subjects(notices)).count == 30)
    }

    @Test func `a call for help waits for no other`() {
        var scene = AlertScene()
        for second in 0..<20 {
            scene.hear(second + 1, .alert, .emergency, about: "room \(second)", at: second)
            #expect(scene.tell(at: second).settled == [UInt64(second) + 1])
        }
    }

    @Test func `a second wake-up that was missed in a room is told at once, the same again at the end`() {
        var scene = AlertScene()
        scene.hear(1, about: "room 205", "nobody was woken at 07:00", at: 0)
        #expect(scene.tell(at: 5).settled == [1])
        scene.hear(2, .warning, about: "room 205", "late since 07:05", at: 200)
        scene.hear(3, about: "room 205", "nobody was woken at 07:05", at: 300)
        let second = scene.tell(at: 305)
        #expect(second.notices.map(\.event.words) == ["nobody was woken at 07:05"] && second.settled == [2, 3])
        scene.hear(4, about: "room 205", "nobody was woken at 07:05", at: 310)
        scene.hear(5, .warning, about: "room 205", "late since 07:10", at: 311)
        #expect(scene.tell(at: 899).settled == [])
        #expect(scene.tell(at: 900).settled == [])
        #expect(scene.tell(at: 905).settled == [4, 5])
    }

    @Test func `what is no call to act is told once in an interval, whatever its words`() {
        var scene = AlertScene()
        scene.hear(1, .alert, .peer, about: "", "gone for 3 s", at: 0)
        #expect(scene.tell(at: 5).settled == [1])
        scene.hear(2, .alert, .peer, about: "", "gone for 4 s", at: 10)
        #expect(scene.tell(at: 899).settled == [])
    }

    @Test func `one room cannot flood anybody either`() {
        var scene = AlertScene()
        var settled: [UInt64] = []
        for number in 1...20 {
            scene.hear(number, about: "room 205", "nobody was woken, \(number)", at: number * 20)
            settled += scene.tell(at: number * 20 + 5).settled
        }
        #expect(settled == Array(1...UInt64(AlertMachine.callsMax)))
        scene.tell(at: 1_000)
        #expect(scene.tell(at: 1_005).settled.count == 20 - AlertMachine.callsMax)
    }
}
