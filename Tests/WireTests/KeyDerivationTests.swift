import Testing
import Vocabulary

@testable import Wire

/// Values computed by another program: RFC 5869 over SHA-256, salt `comxfailover`, info the label and " 1".
struct KeyDerivationTests {
    private let derivation = Samples.derivation

    @Test func `each purpose has its own fixed value`() {
        #expect(derivation.pairID == PairID(hex: "f20d2b475fae74d2"))
        #expect(
            derivation.heartbeatKey.bytes
                == Samples.bytes("839ce526e237e337df2ebb5720bd6dd7af50288a350a341672366db5a6e45913"))
        #expect(
            derivation.controlKey
                == Samples.bytes("603b63d4fcc36e5b3ef4869a4856e2a12d30b893198c6ebe1589bcd7d77bcaab"))
        #expect(
            derivation.databasePassword == "ba044060a44373c58a5ea4151d47c268187f8294b53384423ba86b451d885691")
        #expect(derivation.trunkPassword == "19fe693a45507b0eb69f491dd17dceca")
    }

    @Test func `another secret shares nothing`() {
        let other = Samples.otherDerivation
        #expect(other.pairID != derivation.pairID)
        #expect(other.heartbeatKey.bytes != derivation.heartbeatKey.bytes)
        #expect(other.controlKey != derivation.controlKey)
        #expect(other.databasePassword != derivation.databasePassword)
        #expect(other.trunkPassword != derivation.trunkPassword)
    }

    @Test func `a key does not show itself`() {
        #expect("\(derivation.heartbeatKey)" == "heartbeat key of pair f20d2b475fae74d2")
    }
}
