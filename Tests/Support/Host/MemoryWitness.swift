import Ports
import Synchronization
import Vocabulary

/// Third hosts, by name, that answer as a test wants; those it does not name are silent.
package final class MemoryWitness: WitnessPort {
    private let answers: Mutex<[String: WitnessAnswer]>

    package init(_ answers: [String: WitnessAnswer] = [:]) { self.answers = Mutex(answers) }

    package func turn(_ host: String, _ answer: WitnessAnswer) { answers.withLock { $0[host] = answer } }

    package func knock(host: String, port: Int, timeout: Duration) async -> WitnessAnswer {
        answers.withLock { $0[host] } ?? .silent("no answer")
    }
}
