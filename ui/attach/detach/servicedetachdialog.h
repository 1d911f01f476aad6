#pragma once

#include "ui/widgets/decisiondialog.h"

namespace mooring {

/// Detaching what a service keeps of a target: the service forgets it, the thing itself is not touched.
class ServiceDetachDialog : public DecisionDialog
{
    Q_OBJECT
public:
    /// `left`: whole sentences, what stays beside the thing itself. `isOwnRecord`: the service does not know of it.
    ServiceDetachDialog(const QString &target, const QStringList &left, bool isOwnRecord, QWidget *parent);
};

} // namespace mooring
