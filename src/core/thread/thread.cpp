#include "core/thread/thread.hpp"
#include "core/routing/route.hpp"
#include "core/thread/pages.hpp"
#include <algorithm>

namespace openmasa::thread {
namespace {

/// A link and its opposite ends, without its words.
auto ends(const Link& link) {
    return std::pair(link.from, link.to);
}

const Node* find(const std::vector<Node>& nodes, const At& at) {
    const auto found = std::ranges::find(nodes, at, &Node::at);
    return found == nodes.end() ? nullptr : &*found;
}

/// Walks back and on, a step at a time; each feature is asked once a step.
class Walk {
public:
    Walk(Context& context, Node here, int most) : context_(context), most_(most) {
        thread_.here = here.at;
        thread_.nodes.push_back(std::move(here));
        back_ = on_ = {thread_.here};
    }
    Thread go() {
        for (int step = 0; step < most_ && !(back_.empty() && on_.empty()); ++step) take_step();
        thread_.is_cut = thread_.is_cut || !back_.empty() || !on_.empty();
        drop_loose_links();
        return std::move(thread_);
    }

private:
    void take_step() {
        Piece piece;
        for (const auto& feature : *context_.features)
            if (feature.thread) feature.thread(context_, {back_, on_}, piece);
        std::vector<At> back, on;
        for (const auto& node : piece.nodes) known_.push_back(node);
        for (auto& link : piece.links) take(std::move(link), back, on);
        back_ = std::move(back);
        on_ = std::move(on);
    }
    void take(Link link, std::vector<At>& back, std::vector<At>& on) {
        if (std::ranges::count(back_, link.to)) add_node(link.from, back);
        if (std::ranges::count(on_, link.from)) add_node(link.to, on);
        const bool is_new = std::ranges::none_of(
            thread_.links, [&](const Link& one) { return ends(one) == ends(link); });
        if (is_new) thread_.links.push_back(std::move(link));
    }
    void add_node(const At& at, std::vector<At>& next) {
        if (find(thread_.nodes, at)) return;
        const auto* node = find(known_, at);
        if (!node) return;
        if (thread_.nodes.size() == most_nodes) {
            thread_.is_cut = true;
            return;
        }
        thread_.nodes.push_back(*node);
        next.push_back(at);
    }
    /// Their other end was not to be seen, or is beyond what is shown.
    void drop_loose_links() {
        std::erase_if(thread_.links, [&](const Link& link) {
            return !find(thread_.nodes, link.from) || !find(thread_.nodes, link.to);
        });
    }

    Context& context_;
    int most_;
    Thread thread_;
    std::vector<Node> known_;
    std::vector<At> back_, on_;
};

} // namespace

std::string_view spoken(Stage stage) {
    switch (stage) {
    case Stage::evidence: return "Evidence";
    case Stage::finding: return "Finding";
    case Stage::recommendation: return "Recommendation";
    case Stage::action: return "Action";
    case Stage::impact: return "Impact";
    case Stage::report: return "Annual report";
    }
    return {};
}

Stage stage_of(std::string_view kind, bool led_here) {
    if (kind == "recommendation") return Stage::recommendation;
    if (kind == "action") return Stage::action;
    return led_here ? Stage::evidence : Stage::impact;
}

std::string_view spoken(Strength strength) {
    switch (strength) {
    case Strength::unsaid: return "";
    case Strength::partly: return "in part";
    case Strength::fully: return "fully";
    }
    return {};
}

Thread thread_of(Context& context, Node here) {
    return Walk(context, std::move(here), most_steps).go();
}

Thread beside(Context& context, Node here) {
    return Walk(context, std::move(here), 1).go();
}

Thread put_together(Node here, Piece piece) {
    Thread thread{.here = here.at, .nodes = {}, .links = {}};
    thread.nodes.push_back(std::move(here));
    for (auto& node : piece.nodes)
        if (!find(thread.nodes, node.at)) thread.nodes.push_back(std::move(node));
    for (auto& link : piece.links)
        if (find(thread.nodes, link.from) && find(thread.nodes, link.to))
            thread.links.push_back(std::move(link));
    return thread;
}

} // namespace openmasa::thread
