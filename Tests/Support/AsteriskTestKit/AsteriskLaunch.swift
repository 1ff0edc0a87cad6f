import Glibc

/// The command that starts an Asterisk in a mount namespace of its own.
///
/// A root folder is never written to: a small root is put together in memory from the folder's `/usr` and `/etc`, this
/// host's devices and name servers, and the instance's own folder. The host's own name is in the hosts file with
/// an address of either family, without which every start and every call would wait 5 s for a name server.
package struct AsteriskLaunch: Sendable {
    let program: AsteriskProgram
    let folder: String
    let shared: [String]

    /// - Parameters:
    ///   - folder: the instance's own, with the same path inside and outside; with `run` and `root` in it.
    ///   - shared: further folders of this host that it sees under their own paths.
    package init(program: AsteriskProgram, folder: String, shared: [String]) {
        self.program = program
        self.folder = folder
        self.shared = shared
    }

    /// `exec` all the way: the process's number is Asterisk's.
    package var command: [String] {
        ["unshare"] + (geteuid() == 0 ? [] : ["--map-root-user"])
            + ["--mount", "--propagation", "private", "bash", "-c", script, "start"]
            + [program.root, folder, program.executable] + shared
    }

    private var script: String {
        switch program {
        case .host: Self.hosts + Self.startOnHost
        case .rootFolder: Self.hosts + Self.startInRoot
        }
    }

    private static let hosts = """
        set -e
        root=$1; folder=$2; program=$3; shift 3
        name=$(hostname)
        printf '127.0.0.1 localhost\\n127.0.0.1 %s\\n::1 %s\\n' "$name" "$name" >"$folder/run/hosts"

        """

    private static let startOnHost = """
        mount --bind "$folder/run/hosts" /etc/hosts
        cd "$folder"
        exec "$program" -f -C "$folder/etc/asterisk.conf"
        """

    private static let startInRoot = """
        new=$folder/root
        mount -t tmpfs -o mode=0755 none "$new"
        cd "$new"
        mkdir usr etc dev proc tmp var run
        chmod 1777 tmp
        for link in bin sbin lib lib64; do ln -s "usr/$link" "$link"; done
        mount --bind "$root/usr" usr
        mount --bind "$root/etc" etc
        mount --rbind /dev dev
        mount --bind /proc proc
        mount --bind "$folder/run/hosts" etc/hosts
        if [ -e /etc/resolv.conf ]; then
            [ -e etc/resolv.conf ] || touch etc/resolv.conf
            mount --bind /etc/resolv.conf etc/resolv.conf
        fi
        for outside in "$folder" "$@"; do
            mkdir -p ".$outside"
            mount --bind "$outside" ".$outside"
        done
        exec chroot . "$program" -f -C "$folder/etc/asterisk.conf"
        """
}
