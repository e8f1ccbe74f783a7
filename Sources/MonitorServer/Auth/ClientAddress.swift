import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whom attempts are counted for: an IPv4 address, or the network of an IPv6 one, of which one client has all addresses.
struct ClientAddress: Hashable {
    private let bytes: [UInt8]

    /// A proxy on this machine says for whom it asks, last in `X-Forwarded-For`; nobody else is believed.
    init(peer: SocketAddress?, forwardedFor: String?) {
        let bytes = peer.map(ClientAddress.bytes) ?? []
        let last = forwardedFor?.split(separator: ",").last?.drop { $0 == " " }.prefix { $0 != " " }
        let forwarded = last.flatMap { try? SocketAddress(ipAddress: String($0), port: 0) }
        let client = ClientAddress.isLoopback(bytes) ? forwarded.map(ClientAddress.bytes) ?? bytes : bytes
        self.bytes = client.count == 16 ? Array(client.prefix(8)) : client
    }

    private static func bytes(_ address: SocketAddress) -> [UInt8] {
        switch address {
        case .v4(let address): return withUnsafeBytes(of: address.address.sin_addr) { Array($0) }
        case .v6(let address):
            let bytes = withUnsafeBytes(of: address.address.sin6_addr) { Array($0) }
            // An IPv4 address on a socket for both.
            let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            return isMapped ? Array(bytes.suffix(4)) : bytes
        case .unixDomainSocket: return []
        }
    }

    private static func isLoopback(_ bytes: [UInt8]) -> Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
    }
}
