import Foundation
import FoundationXML

/// Reads a file of XML with the parser of the system: the text of each element by its path, and each attribute.
final class MarkupFile: NSObject, XMLParserDelegate {
    /// Texts by the path of their elements below the outermost; one with a `name` or an `index` is told by that.
    private(set) var texts: [String: String] = [:]
    private(set) var attributes: [String: String] = [:]
    private(set) var repeated: [String] = []
    private var path: [String] = []
    private var text = ""

    init(_ document: String) throws {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.propertyListReadCorrupt) }
    }

    subscript(_ path: String) -> String? { texts[path] }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        path.append(found["name"] ?? found["index"].map { "\(name) \($0)" } ?? name)
        attributes.merge(found) { $1 }
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let place = path.dropFirst().joined(separator: "/")
        if texts[place] != nil { repeated.append(place) }
        texts[place] = text
        path.removeLast()
        text = ""
    }
}
