/// What a request comes to: the lines to write, and what to tell whoever asked.
package struct WakeUpDecision: Sendable, Hashable {
    package var events: [WakeUpEvent] = []
    package var answers: [WakeUpAnswer] = []

    package init() {}
}
