import Crypto

/// A password as MariaDB keeps it for `mysql_native_password`: an asterisk and SHA-1 twice, in upper-case digits.
struct PasswordHash {
    let text: String

    init(_ password: String) {
        let once = Insecure.SHA1.hash(data: Array(password.utf8))
        let twice = Insecure.SHA1.hash(data: Array(once))
        text =
            "*"
            + twice.map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }
}
