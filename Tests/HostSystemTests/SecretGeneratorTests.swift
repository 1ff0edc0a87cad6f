import HostSystem
import Testing

struct SecretGeneratorTests {
    @Test func `a secret has eight groups of four unmistakable characters`() {
        let groups = SecretGenerator.draw().split(separator: "-", omittingEmptySubsequences: false)
        #expect(groups.count == 8)
        for group in groups {
            #expect(group.count == 4)
            #expect(group.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
        }
    }

    @Test func `secrets differ`() {
        #expect(Set((0..<100).map { _ in SecretGenerator.draw() }).count == 100)
    }

    @Test func `every character of the alphabet occurs`() {
        let seen = Set((0..<200).flatMap { _ in SecretGenerator.draw() })
        #expect(seen.count == 33)
    }
}
