import Testing

@Suite struct SwiftTextSplitterTests {
    @Test(arguments: [
        (#"a // "b""#, #"a       "#, #"        "#),
        (#"a "b" c"#, #"a " " c"#, #"   b   "#),
        (#"a /* /* b */ " */ c"#, #"a                 c"#, #"                   "#),
        (#""a\(b("c"))d""#, #"" \(b(" ")) ""#, #" a     c   d "#),
        (##"#"a"b"# c"##, ##"#"   "# c"##, ##"  a"b    "##),
        (#""\"//" a"#, #""    " a"#, #" \"//   "#),
        ("\"\"\"\na\"b\n\"\"\" c", "\"\"\"\n   \n\"\"\" c", "   \na\"b\n     "),
        ("\"a\nb", "\" \nb", " a\n "),
    ])
    func `code and strings are told apart`(text: String, code: String, strings: String) {
        let parts = SwiftTextSplitter.split(text)
        #expect(parts.code == code)
        #expect(parts.strings == strings)
    }
}
