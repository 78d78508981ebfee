#pragma once
// The golden thread of a record: the nodes that led to it and those that came of it, with their
// links. Features tell their own links by Module::thread; nobody includes another's headers. Each
// use stands here:
//     plan/recommendations   sources lead to a recommendation, actions carry it out, evidence shows
//                            its impact; from an action back to its recommendations
//     core/thread            links that people added between records of any kind
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {
struct Context;
}

namespace openmasa::thread {

enum class Stage { evidence, finding, recommendation, action, impact, report };
inline constexpr std::array all_stages = {Stage::evidence, Stage::finding, Stage::recommendation,
                                          Stage::action,   Stage::impact,  Stage::report};
/// "Annual report".
std::string_view spoken(Stage stage);

/// Which record it is: as the audit log says it, and its id.
struct At {
    std::string kind, id;
    auto operator<=>(const At&) const = default;
};

struct Node {
    At at;
    Stage stage = Stage::evidence;
    std::string title;
    /// A few words below: "In progress", "Recommendation 3, 10 Mar 2025".
    std::string sub{};
    /// Its page, or the place on the page where it stands.
    std::string href{};
    /// It is still to come: an open action, impact that is not judged yet.
    bool waits = false;
};

/// How strongly the one rests on the other, as people said; unsaid for what features tell.
enum class Strength { unsaid, partly, fully };
/// "in part"; empty for unsaid.
std::string_view spoken(Strength strength);

/// From what came first to what came of it.
struct Link {
    At from, to;
    /// Who added it, when and why; empty for what features tell.
    std::string who{};
    std::optional<Day> on{};
    Strength strength = Strength::unsaid;
    std::string why{};
    /// Of one that people added.
    std::string id{};
};

/// Some of a thread.
struct Piece {
    std::vector<Node> nodes;
    std::vector<Link> links;
};

/// The nodes whose links are asked for: what leads to those of `back`, what comes of those of
/// `on`.
struct Asked {
    std::span<const At> back, on;
};
/// Where a record of that kind stands in the thread, for kinds of which no feature tells more: what
/// led here is evidence, what came of it is impact.
Stage stage_of(std::string_view kind, bool led_here);

/// Adds what a feature knows; only what this person may see.
using Follow = void (*)(Context& context, const Asked& asked, Piece& into);

struct Thread {
    /// The node that it is about; first among `nodes`.
    At here;
    std::vector<Node> nodes;
    std::vector<Link> links;
    /// It is longer than what is shown.
    bool is_cut = false;
    /// Whether this person may take links back that people added.
    bool may_change = false;
};
inline constexpr std::size_t most_nodes = 120;
inline constexpr int most_steps = 6;

/// Back to its first beginnings and on to its last ends, at most most_steps either way. `here` may
/// be without a title: then the features or the record's page say it. Each node stands in it once,
/// however many ways lead there.
Thread thread_of(Context& context, Node here);

/// The links of a thread put together from pieces that are known already: nodes once, and only
/// links whose two ends are among them.
Thread put_together(Node here, Piece piece);

} // namespace openmasa::thread
