#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace mooring {

/// One of our icons, as decoration: it has no name for a reader.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    IconLabel(const QString &iconName, int size, Ink ink = Ink::Text2, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);
    void setInk(Ink ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    Ink m_ink;
};

} // namespace mooring
