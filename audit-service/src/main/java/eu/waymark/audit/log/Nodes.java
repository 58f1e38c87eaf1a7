package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.log.Hash;
import eu.waymark.log.Node;
import eu.waymark.log.NodeId;
import eu.waymark.log.NodeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The complete nodes of the tree. */
@ApplicationScoped
class Nodes implements NodeSource {

    private final Jdbc jdbc;

    Nodes(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<NodeId, Hash> fetch(Set<NodeId> ids) {
        var levels = ids.stream().map(NodeId::level).toArray(Integer[]::new);
        var indices = ids.stream().map(NodeId::index).toArray(Long[]::new);
        return jdbc
                .list(
                        """
                        select level, idx, hash from node
                        join unnest(?::int[], ?::bigint[]) as wanted (level, idx) using (level, idx)""",
                        row -> new Node(new NodeId(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3))),
                        levels,
                        indices)
                .stream()
                .collect(Collectors.toMap(Node::id, Node::hash));
    }

    void add(List<Node> nodes) {
        jdbc.insert(
                "insert into node (level, idx, hash) values (?, ?, ?)",
                nodes.stream().map(Nodes::row).toList());
    }

    private static Object[] row(Node node) {
        return new Object[] {node.id().level(), node.id().index(), node.hash().bytes()};
    }
}
