package eu.waymark.register.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet, by the IANA special-purpose registries (RFC 6890): no loopback, private,
 * shared, link-local (where clouds keep their metadata), documentation, benchmark, multicast or reserved one, and of IPv6
 * only global unicast without what carries an IPv4 address inside.
 */
final class PublicAddresses {

    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final List<Block> GLOBAL_UNICAST = blocks("2000::/3");

    private PublicAddresses() {}

    /** Addresses that begin with the same bits. Netty's rule of this kind takes fd00::1 for one of 2000::/3. */
    private record Block(byte[] network, int bits) {

        boolean holds(byte[] address) {
            var isIn = address.length == network.length;
            for (int bit = 0; isIn && bit < bits; bit++) {
                isIn = bit(address, bit) == bit(network, bit);
            }
            return isIn;
        }

        private static int bit(byte[] bytes, int index) {
            return bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
        }
    }

    static boolean contain(InetAddress address) {
        var isGlobal = !(address instanceof Inet6Address) || isIn(GLOBAL_UNICAST, address);
        return isGlobal && !isIn(SPECIAL, address);
    }

    private static boolean isIn(List<Block> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    private static List<Block> blocks(String... written) {
        return Arrays.stream(written)
                .map(block -> block.split("/"))
                .map(parts -> new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1])))
                .toList();
    }
}
