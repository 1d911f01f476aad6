#pragma once

#include "ui/widgets/decisiondialog.h"

namespace mooring {

/// Detaching what a service keeps of a target: the service forgets it, the thing itself is not touched.
class ServiceDetachDialog : public DecisionDialog
{
    Q_OBJECT
public:
    /// `left`: whole sentences, what stays beside the thing itself.
    ServiceDetachDialog(const QString &target, const QStringList &left, QWidget *parent);
};

} // namespace mooring
