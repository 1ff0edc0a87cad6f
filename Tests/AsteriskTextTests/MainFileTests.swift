import AsteriskText
import Testing

@Suite struct MainFileTests {
    @Test(arguments: [
        ("[directories]\nastlogdir => /srv/log\n", "/srv/log"),
        ("[directories](!)\nastetcdir => /etc\nastlogdir=/srv/my log  ; here\r\n[options]\n", "/srv/my log"),
        ("[directories]\n;astlogdir => /srv/log\n", nil), ("[options]\nastlogdir => /srv/log\n", nil),
        ("[directories]\nastlogdir => log\n", nil), ("", nil),
        ("[directories]\nastlogdir => /one\nastlogdir => /two\n", "/two"),
    ])
    func `the log folder is read where the file names one`(text: String, folder: String?) {
        #expect(MainFile.logFolder(in: text) == folder)
        #expect(MainFile.spoolFolder(in: text.replacing("astlogdir", with: "astspooldir")) == folder)
        #expect(MainFile.spoolFolder(in: text) == nil)
    }
}
