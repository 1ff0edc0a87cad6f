import LabKit
import Testing
import Vocabulary

@Suite struct RegistrarChoiceTests {
    private static let timers = PhoneTimers(
        expirySeconds: 60, probeInterval: .seconds(1), giveUpAfter: .seconds(3), failBackAfter: .seconds(10))

    /// A phone with two registrars, and the answers it gets for some seconds, one each second.
    private struct Story {
        var choice = RegistrarChoice(count: 2, timers: timers, at: .zero)
        var second = 0
        var told: [RegistrarChoice.Directive] = []

        mutating func pass(_ seconds: Int, answering: Set<Int>, isRegistered: Bool = true) {
            for _ in 0..<seconds {
                second += 1
                let now = Duration.seconds(second)
                for registrar in answering.sorted() { choice.heard(registrar, at: now) }
                told += choice.tick(isRegistered: isRegistered, at: now)
            }
        }
    }

    @Test func `it stays where it is while that answers`() {
        var story = Story()
        story.pass(60, answering: [0, 1])
        #expect(story.told.isEmpty)
        #expect(story.choice.current == 0)
    }

    @Test func `it moves to the backup once the first choice was silent for long enough`() {
        var story = Story()
        story.pass(2, answering: [1])
        #expect(story.told.isEmpty)
        story.pass(1, answering: [1])
        #expect(story.told == [.move(from: 0, to: 1)])
        #expect(story.choice.current == 1)
    }

    @Test func `it stays while nobody answers`() {
        var story = Story()
        story.pass(30, answering: [])
        #expect(story.told.isEmpty)
    }

    @Test func `it comes back once the first choice has answered for a while without a gap`() {
        var story = Story()
        story.pass(3, answering: [1])
        story.pass(6, answering: [0, 1])
        story.pass(4, answering: [1])
        story.pass(10, answering: [0, 1])
        #expect(story.told == [.move(from: 0, to: 1)])
        story.pass(1, answering: [0, 1])
        #expect(story.told == [.move(from: 0, to: 1), .move(from: 1, to: 0)])
    }

    @Test func `it comes back at once where the backup falls silent`() {
        var story = Story()
        story.pass(3, answering: [1])
        story.pass(3, answering: [0])
        #expect(story.told == [.move(from: 0, to: 1), .move(from: 1, to: 0)])
    }

    @Test func `it tries anew where it is refused by a server that answers`() {
        var story = Story()
        story.pass(4, answering: [0, 1], isRegistered: false)
        #expect(story.told == [.registerAgain(0)])
        story.pass(3, answering: [0, 1], isRegistered: false)
        #expect(story.told == [.registerAgain(0), .registerAgain(0)])
    }
}
