#pragma once

#include "ui/widgets/decisiondialog.h"

namespace mooring {

/// Detaching what a service keeps of a target: the service forgets it, the thing itself is not touched.
class ServiceDetachDialog : public DecisionDialog
{
    Q_OBJECT
public:
    struct Facts
    {
        QString target;
        QStringList left;          ///< whole sentences, what stays beside the thing itself
        bool isOwnRecord = false;  ///< the service does not know of it
        bool keepsSecrets = false; ///< in the keychain of this computer
    };
    ServiceDetachDialog(const Facts &facts, QWidget *parent);
};

} // namespace mooring
