import Testing
import Vocabulary

@testable import PairLogic

/// The table of diagnoses: each by itself, and each against all that stand below it.
struct DiagnosisRulesTests {
    private typealias Change = @Sendable (inout PeerEvidence) -> Void

    private struct Case: Sendable {
        let diagnosis: Diagnosis
        let change: Change
    }

    private static func trouble(_ failure: PathFailure, lasting: Duration = .seconds(1)) -> PeerEvidence.Trouble {
        PeerEvidence.Trouble(failure: failure, words: "words", lasting: lasting)
    }

    /// While the peer is heard, gravest first. Each change spoils other fields than the ones above it do.
    private static let heard: [Case] = [
        Case(diagnosis: .sameMode) { $0.facts?.sender = .primary },
        Case(diagnosis: .clonedNode) { $0.clones = [BootID(rawValue: 1), BootID(rawValue: 2)] },
        Case(diagnosis: .versionsTooFarApart(theirs: 4)) { $0.protocolUnknown = 4 },
        Case(diagnosis: .secretsDiffer) { $0.secretRefusedBy = .control },
        Case(diagnosis: .restoredNode) { $0.facts?.health.restored = true },
        Case(diagnosis: .databaseDown) { $0.facts?.health.databaseUp = false },
        Case(diagnosis: .databaseAccessDenied) { $0.troubles[.database] = trouble(.databaseAccessDenied) },
        Case(diagnosis: .clocksApart(seconds: 90)) { $0.clocksApartSeconds = 90 },
        Case(diagnosis: .asteriskDown) { $0.facts?.health.asteriskUp = false },
        Case(diagnosis: .portClosed(.heartbeat)) { $0.heartbeatBlockedOutward = true },
        Case(diagnosis: .portClosed(.control)) { $0.troubles[.control] = trouble(.silent) },
        Case(diagnosis: .portClosed(.database)) { $0.troubles[.database] = trouble(.silent) },
        Case(diagnosis: .portClosed(.trunk)) { $0.troubles[.trunk] = trouble(.silent) },
    ]

    /// While the peer is not heard, gravest first.
    private static let unheard: [Case] = [
        Case(diagnosis: .versionsTooFarApart(theirs: 4)) { $0.protocolUnknown = 4 },
        Case(diagnosis: .secretsDiffer) { $0.refusedEnough = true },
        Case(diagnosis: .daemonDown) { $0.hostProvedBy = [.database] },
        Case(diagnosis: .thisNodeCutOff) { $0.witness = .silent },
        Case(diagnosis: .hostGone) { $0.witness = .answers },
        Case(diagnosis: .hostOrPathGone) { _ in },
    ]

    private var wellEvidence: PeerEvidence {
        var evidence = PeerEvidence(ownMode: .primary, isUnheard: false, silence: .zero)
        evidence.facts = .sample
        evidence.contradictionPatience = .seconds(3)
        return evidence
    }

    private var silentEvidence: PeerEvidence {
        PeerEvidence(ownMode: .primary, isUnheard: true, silence: .milliseconds(3_140))
    }

    @Test func `nothing wrong is online`() {
        let judgement = DiagnosisRules.judge(wellEvidence)
        #expect(judgement.state == .online)
        #expect(judgement.gravity == 0)
    }

    @Test func `each trouble of a heard peer is named`() {
        for trouble in Self.heard {
            var evidence = wellEvidence
            trouble.change(&evidence)
            #expect(DiagnosisRules.judge(evidence).state == .degraded(trouble.diagnosis))
        }
    }

    @Test func `each reason for silence is named`() {
        for trouble in Self.unheard {
            var evidence = silentEvidence
            trouble.change(&evidence)
            #expect(DiagnosisRules.judge(evidence).state == .offline(trouble.diagnosis))
        }
    }

    @Test func `of two troubles the higher is named, is the graver, and both are evidence`() {
        for (cases, start) in [(Self.heard, wellEvidence), (Self.unheard, silentEvidence)] {
            for (index, higher) in cases.enumerated() {
                for lower in cases[(index + 1)...] {
                    var evidence = start
                    lower.change(&evidence)
                    let without = DiagnosisRules.judge(evidence)
                    higher.change(&evidence)
                    let judgement = DiagnosisRules.judge(evidence)
                    #expect(judgement.state.diagnosis == higher.diagnosis, "beside \(lower.diagnosis.name)")
                    #expect(
                        judgement.gravity > without.gravity, "\(higher.diagnosis.name) over \(lower.diagnosis.name)")
                }
            }
        }
    }

    @Test func `all that was found is told, the decisive first`() {
        var evidence = wellEvidence
        evidence.clocksApartSeconds = 90
        evidence.facts?.health.asteriskUp = false
        #expect(
            DiagnosisRules.judge(evidence).reasons == [
                "the clocks differ by about 90 s", "the peer says that its Asterisk is down",
            ])
    }

    @Test func `any silence is graver than any trouble of a heard peer`() {
        let gravest = Self.heard.map { trouble in
            var evidence = wellEvidence
            trouble.change(&evidence)
            return DiagnosisRules.judge(evidence).gravity
        }
        #expect(gravest.allSatisfy { $0 < DiagnosisRules.judge(silentEvidence).gravity })
    }

    @Test func `silence is told in tenths of a second`() {
        #expect(
            DiagnosisRules.judge(silentEvidence).reasons == [
                "nothing heard on heartbeat or control for 3.1 s, and no path answers"
            ])
    }

    @Test func `refused datagrams prove nothing against a peer that is heard`() {
        var evidence = wellEvidence
        (evidence.refusedCount, evidence.refusedEnough) = (16, true)
        #expect(DiagnosisRules.judge(evidence).state == .online)
    }

    @Test func `a closed 3306 is the database's until the peer has insisted long enough`() {
        var evidence = wellEvidence
        evidence.troubles[.database] = Self.trouble(.portClosed, lasting: .seconds(2))
        #expect(DiagnosisRules.judge(evidence).state == .degraded(.databaseDown))
        evidence.troubles[.database] = Self.trouble(.portClosed, lasting: .seconds(3))
        #expect(DiagnosisRules.judge(evidence).state == .degraded(.portClosed(.database)))
        evidence.facts = nil
        #expect(DiagnosisRules.judge(evidence).state == .degraded(.databaseDown), "heard on control alone")
    }

    @Test(arguments: [
        Diagnosis.hostOrPathGone, .hostGone, .thisNodeCutOff, .daemonDown, .asteriskDown, .databaseDown,
        .databaseAccessDenied, .databaseGrantMissing, .databaseEncryption, .portClosed(.heartbeat),
        .portClosed(.control), .portClosed(.database), .portClosed(.trunk), .portClosed(.witness), .secretsDiffer,
        .sameMode, .clocksApart(seconds: 61), .clonedNode, .restoredNode, .versionsTooFarApart(theirs: 2),
    ])
    func `every diagnosis has a cure`(diagnosis: Diagnosis) {
        let cure = Cure(for: diagnosis)
        #expect(cure.advice.hasSuffix("."))
        #expect(cure.words.hasPrefix(cure.advice))
    }

    @Test func `a cure names the ports and files of this installation`() {
        var places = Cure.Places()
        places.heartbeatPort = 65_123
        places.settingsFile = "/tmp/node.yaml"
        #expect(Cure(for: .portClosed(.heartbeat), places: places).words.contains("65123"))
        #expect(Cure(for: .sameMode, places: places).words.contains("/tmp/node.yaml"))
    }
}
