import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Cómo usa {sender} sus datos',
      body: `Usted nos facilitó sus datos en {page}. Los usamos para:

{purposes}

{rights}`,
      button: 'Ver y cambiar mis preferencias',
      footer:
        'Recibe este correo una sola vez porque la ley nos obliga a informarle (art. 13 del RGPD). Lo envía {sender}.',
    },
    'source-notice': {
      subject: 'Cómo usa {sender} sus datos',
      body: `Hemos recibido sus datos de esta fuente: {source}. Los usamos para:

{purposes}

{rights}`,
      button: 'Ver y cambiar mis preferencias',
      footer:
        'Recibe este correo una sola vez porque la ley nos obliga a informarle (art. 14 del RGPD). Lo envía {sender}.',
    },
    'request-received': {
      subject: '{sender} ha recibido su solicitud {number}',
      body: `Hemos recibido su solicitud {number} ({kind}) y responderemos a más tardar el {due}.

{grace}`,
      button: 'Ver mis solicitudes',
      footer: 'Recibe este correo porque ha presentado una solicitud. Lo envía {sender}.',
    },
    'request-done': {
      subject: '{sender} ha completado su solicitud {number}',
      body: 'Hemos completado su solicitud {number} ({kind}).',
      button: '',
      footer: 'Recibe este correo porque ha presentado una solicitud. Lo envía {sender}.',
    },
    'request-refused': {
      subject: '{sender} ha respondido a su solicitud {number}',
      body: `No podemos atender su solicitud {number} ({kind}). El motivo es:

{reason}

Puede reclamar ante su autoridad de protección de datos y acudir a los tribunales.`,
      button: '',
      footer: 'Recibe este correo porque ha presentado una solicitud. Lo envía {sender}.',
    },
    'request-extended': {
      subject: 'Su solicitud {number} tarda más',
      body: `Necesitamos más tiempo para responder a su solicitud {number} ({kind}). El motivo:

{reason}

Responderemos antes del {due}. Puede reclamar ante su autoridad de protección de datos o acudir a los tribunales.`,
      button: '',
      footer: 'Recibe este correo porque ha presentado una solicitud. Lo envía {sender}.',
    },
    'restriction-lifted': {
      subject: 'La limitación de sus datos ha terminado',
      body: `El uso de sus datos estaba limitado. Hemos levantado esa limitación. El motivo:

{reason}

Vuelve a valer lo que valía antes. En sus preferencias puede retirar un consentimiento, oponerse o volver a limitar el uso.`,
      button: 'Mis preferencias',
      footer: 'Este correo es de {sender}.',
    },
    'data-ready': {
      subject: 'Sus datos en {sender} están listos (solicitud {number})',
      body: `Ha pedido una copia de sus datos ({kind}). Todo lo que guardamos sobre usted está listo para descargar: como página para leer o imprimir, y en JSON o CSV.

El enlace abre sus propias páginas, así que no reenvíe este correo. Cuando haya caducado, podrá pedir otro allí.`,
      button: 'Descargar mis datos',
      footer: 'Recibe este correo porque ha presentado una solicitud. Lo envía {sender}.',
    },
    'breach-notice': {
      subject: 'Una violación de seguridad en {sender} afecta a sus datos',
      body: `{nature}

Lo que puede significar para usted:

{consequences}

Lo que estamos haciendo y lo que puede hacer usted:

{measures}

Contacto: {contact}`,
      button: '',
      footer:
        'Recibe este correo porque la ley nos obliga a informarle (art. 34 del RGPD). Lo envía {sender}.',
    },
    'breach-reported': {
      subject: 'Se ha notificado una posible brecha de datos',
      body: `Alguien ha notificado una posible brecha de datos. Lea el aviso y abra un caso o ciérrelo.

Las 72 horas para informar a la autoridad (art. 33 del RGPD) corren desde que tiene constancia de una brecha.`,
      button: 'Leer el aviso',
      footer: 'Este correo es de {sender}.',
    },
  },
  disclosure: {
    basis: 'Base jurídica: {name}.',
    kept: 'Plazo de conservación sin actividad por su parte: {time}.',
    keptUntil: 'Se conserva hasta que retire su consentimiento, se oponga o pida su supresión.',
    recipients: 'Destinatarios: {names}.',
    transfers: 'Transferencias fuera de la UE y del EEE: {text}',
    rights:
      'Puede pedir una copia de sus datos, su rectificación o supresión, limitar su uso u oponerse, llevarlos a otro servicio y retirar un consentimiento en cualquier momento.',
    complaint: 'También puede reclamar ante {authority}.',
    authority: 'su autoridad de protección de datos',
    automated: 'No se toman decisiones sobre usted solo por medios automatizados.',
    controller: 'Responsable del tratamiento: {name}.',
    dpo: 'Delegado de protección de datos: {name}.',
  },
  incident: {
    title: 'Notificar una brecha de datos',
    intro:
      'Díganos si se han podido perder, alterar o ver datos personales por quien no debía. No escriba los datos mismos.',
    what: 'Qué ocurrió o qué notó',
    happenedAt: 'Cuándo ocurrió, si lo sabe (opcional)',
    contact: 'Cómo podemos localizarle (opcional)',
    button: 'Enviar aviso',
    thanks: 'Gracias. Tenemos su aviso y lo estudiamos de inmediato.',
    missing: 'Escriba qué ocurrió, con 10 caracteres como mínimo.',
  },
  report: {
    title: 'Datos que guardamos sobre {email}',
    made: 'Creado el {date}. Horas en la zona horaria {zone}.',
    choices: 'Mis preferencias',
    submissions: 'Formularios que he enviado',
    bounced: 'Los correos a esta dirección se devuelven desde el {date}.',
    messages: 'Correos que se me han enviado',
    nothing: 'Ninguno.',
    shown: 'Lo que se mostró (SHA-256):',
    also: 'Listas y avisos',
    segment: 'En nuestra lista',
    breach: 'Notificado de una violación de datos',
    uses: 'Para qué se usan los datos',
    wording: 'Texto mostrado:',
    rights: 'Sus derechos',
    source: 'Origen: {name}.',
  },
} satisfies PrivacyTexts;
