import Testing
import Vocabulary

@Suite struct HardwareAddressTests {
    @Test(arguments: ["00:15:65:AB:CD:EF", "00-15-65-ab-cd-ef", "001565abcdef", "0015.65AB.CDEF"])
    func `the usual spellings are read`(text: String) {
        #expect(HardwareAddress(text)?.digits == "001565abcdef")
        #expect(HardwareAddress(text)?.withColons == "00:15:65:ab:cd:ef")
    }

    @Test(arguments: [
        "", "001565abcde", "001565abcdef0", "001565abcdeg", "00 15 65 ab cd ef", "000000000000", "ffffffffffff",
        "010000000001", "0015::65:ab:cd:ef:::", "００１５６５ａｂｃｄｅｆ",
    ])
    func `what is no address of a device is refused`(text: String) {
        #expect(HardwareAddress(text) == nil)
    }

    @Test func `the bytes of a database column are read`() {
        #expect(HardwareAddress(bytes: [0, 0x15, 0x65, 0xAB, 0xCD, 0xEF])?.digits == "001565abcdef")
        #expect(HardwareAddress(bytes: [0, 0x15]) == nil)
        #expect(HardwareAddress(bytes: [1, 0, 0, 0, 0, 0]) == nil)
    }
}
