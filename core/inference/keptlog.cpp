#include "core/inference/keptlog.h"

#include "core/base/files.h"

namespace mooring {

namespace {

constexpr qint64 kBlock = 1024 * 1024;

} // namespace

Result<> readKeptLog(const QString &path, const EndpointRunner::Sink &sink)
{
    for (qint64 offset = 0;;) {
        const auto block = readFileRange(path, offset, kBlock);
        if (!block)
            return block.error().code == u"file.missing" ? Result<>() : block.error();
        if (block->isEmpty() || !sink(*block))
            return {};
        offset += block->size();
    }
}

} // namespace mooring
