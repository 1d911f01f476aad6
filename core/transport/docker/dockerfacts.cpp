#include "core/transport/docker/dockerfacts.h"

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostImages = 1000;

void readImages(DockerFacts &facts, const Json &images)
{
    if (!images.is_array())
        return;
    for (const Json &each : images) {
        for (const QString &name : stringsAt(each, "RepoTags")) {
            if (name != u"<none>:<none>" && facts.images.size() < kMostImages)
                facts.images.push_back({name, intAt(each, "Size")});
        }
    }
    std::sort(facts.images.begin(), facts.images.end(),
              [](const auto &one, const auto &other) { return one.name < other.name; });
}

} // namespace

const DockerFacts::Image *DockerFacts::find(const QString &name) const
{
    const bool hasTag = name.section(u'/', -1).contains(u':') || name.contains(u'@');
    const QString wanted = hasTag ? name : name + u":latest"_s;
    const auto found = std::find_if(images.begin(), images.end(), [&](const Image &each) {
        return each.name == wanted || each.name == u"localhost/"_s + wanted; // as podman names its own
    });
    return found == images.end() ? nullptr : &*found;
}

Result<DockerFacts> readDockerFacts(const DockerSearch &search, const CancelToken &cancel)
{
    const auto engine = DockerEngine::open(search, cancel);
    if (!engine)
        return engine.error();
    DockerFacts facts;
    facts.host = (*engine)->door().host();
    facts.isPodman = (*engine)->isPodman();
    facts.isOnThisComputer = (*engine)->door().isOnThisComputer();
    const auto version = (*engine)->get("/version", cancel);
    if (!version)
        return version.error();
    facts.version = stringAt(*version, "Version");
    if (const auto info = (*engine)->get("/info", cancel)) {
        for (const QString &option : stringsAt(*info, "SecurityOptions"))
            facts.isRootless = facts.isRootless || option.contains(u"rootless");
    }
    if (const auto images = (*engine)->get("/images/json", cancel))
        readImages(facts, *images);
    return facts;
}

} // namespace mooring
