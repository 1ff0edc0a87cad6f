/// What Asterisk answered to an action: the answer itself and, where it announced a list, the list.
package struct AMIReply: Sendable, Hashable {
    package let response: AMIMessage
    /// The list's messages without the one that ends it.
    package let items: [AMIMessage]

    package init(response: AMIMessage, items: [AMIMessage] = []) {
        self.response = response
        self.items = items
    }

    /// Whether Asterisk did what it was asked for.
    package var isSuccess: Bool { response["Response"] != "Error" }

    /// Asterisk's words, empty where it says nothing.
    package var words: String { response["Message"] ?? "" }

    /// The lines that a console command printed.
    package var output: [String] { response.all("Output") }
}
