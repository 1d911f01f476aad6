#pragma once

#include "core/azure/ml/mltargets.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

namespace mooring {

/// How one target of the workspace looks: the service's own words, our shape, our finding. A value.
struct MlTargetLook
{
    Glyph glyph = Glyph::Unknown;
    QString type;  ///< computeType as it came
    QString state; ///< "Succeeded, Resizing": never translated
    QString finding;
    Ink findingInk = Ink::Text2;
    QString nodes, nodesNote; ///< "3", "of 0–4"; an en dash where there are none
    QString cost;             ///< "3 nodes cost now"
    Ink costInk = Ink::Text2;
    bool costsNow = false;
    bool needsLook = false;

    static MlTargetLook of(const MlTarget &target);
};

/// "idle limit 2 min" of a cluster's scale settings; empty: it says none.
QString idleLimit(const MlTarget &target);

} // namespace mooring
