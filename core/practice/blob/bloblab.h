#pragma once

#include "core/practice/blob/labblobstore.h"
#include "core/practice/server/labroutes.h"

namespace mooring {

/// Plays blob storage as far as code uploads, logs and outputs need it: addresses with a signature, block blobs,
/// blocks, metadata, ranges, lists. Source: blob.json 2024-08-04. Errors are XML.
class BlobLab
{
public:
    BlobLab(LabWorld &world, LabBlobStore &store) : m_world(world), m_store(store) {}
    LabReply answer(const LabRequest &request);

private:
    struct Place
    {
        QString container, name;
    };
    LabReply answerAt(const LabRequest &request, const Place &place);
    LabReply put(const LabRequest &request, const Place &place);
    LabReply putBlockList(const LabRequest &request, const Place &place);
    LabReply get(const LabRequest &request, const Place &place);
    LabReply list(const LabRequest &request, const Place &place) const;

    LabWorld &m_world;
    LabBlobStore &m_store;
};

} // namespace mooring
