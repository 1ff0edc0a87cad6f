@main struct ComxfailoverDemo { static func main() {} }
