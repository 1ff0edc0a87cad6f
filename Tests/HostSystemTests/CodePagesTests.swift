import Foundation
import HostSystem
import Testing

struct CodePagesTests {
    @Test func `only code that comes from a file is code`() {
        let maps = """
            55d0a0000000-55d0a0002000 r--p 00000000 fe:00 7 /usr/bin/comxfailover
            55d0a0002000-55d0a0007000 r-xp 00002000 fe:00 7                          /usr/bin/comx failover (deleted)
            55d0a0007000-55d0a0008000 rw-p 00007000 fe:00 7 /usr/bin/comxfailover
            7f0000000000-7f0000001000 r-xp 00000000 00:00 0
            7ffd00000000-7ffd00002000 r-xp 00000000 00:00 0 [vdso]
            7f0000002000-7f0000001000 r-xp 00000000 fe:00 9 /usr/lib/turned.so
            no line of maps
            """
        #expect(
            MappedCode.stretches(in: maps) == [
                MappedCode(addresses: 0x55d0_a000_2000..<0x55d0_a000_7000, file: "/usr/bin/comx failover (deleted)")
            ])
    }

    @Test func `code that was given back is there again when it is needed`() throws {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        func stretches() throws -> [MappedCode] {
            MappedCode.stretches(in: try String(contentsOfFile: "/proc/self/maps", encoding: .utf8))
                .filter { $0.file == program }
        }
        let before = try stretches()
        try #require(!before.isEmpty)
        #expect(CodePages.giveBack() == before.map(\.addresses.count).reduce(0, +))
        #expect(try stretches() == before)
    }
}
