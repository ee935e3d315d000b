import Glibc

/// Ends the program with the one that asked it: what nobody waits for any more is not read to its end.
enum ParentWatch {
    /// Watches standard output from a thread of its own, which allocates nothing: where nobody is left to read it, the
    /// program ends.
    static func start() {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        // The limit of memory counts the addresses of the stack, too.
        pthread_attr_setstacksize(&attributes, 256 << 10)
        var thread = pthread_t()
        pthread_create(
            &thread, &attributes,
            { _ in
                var wait = pollfd(fd: 1, events: 0, revents: 0)
                while poll(&wait, 1, -1) < 0, errno == EINTR {}
                if Int32(wait.revents) & (POLLHUP | POLLERR) != 0 { _exit(1) }
                return nil
            }, nil)
    }
}
