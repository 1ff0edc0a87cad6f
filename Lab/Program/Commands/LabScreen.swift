import Foundation

/// Where the program writes to.
enum LabScreen {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
