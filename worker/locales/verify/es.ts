import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Comprobar una prueba de consentimiento',
    intro:
      'Compruebe si un archivo de prueba es auténtico: qué se aceptó, con qué palabras, y que nada ha cambiado desde entonces.',
    private: 'Sus archivos no salen de este navegador. No se envía nada.',
    drop: 'Suelte los archivos aquí',
    choose: 'Elegir archivos',
    script:
      'Esta página comprueba los archivos con JavaScript. Sin conexión, esta orden hace lo mismo:',
    compare: 'Comparar con lo que usted sabe',
    address: 'Correo electrónico',
    addressHelp: 'Muestra si los registros se refieren a esta dirección. Tampoco se envía.',
    keys: 'Claves públicas',
    keysHelp: 'Del libro de registro o de testigos, una por línea, obtenidas fuera del archivo.',
    again: 'Comprobar de nuevo',
    checking: 'Comprobando…',
    holds: 'Todo es correcto',
    fails: 'Algo no es correcto',
    partly: 'Lo que se puede comprobar es correcto',
    listHolds: 'Lo que es correcto',
    listFails: 'Lo que no es correcto',
    listUnknown: 'Lo que no se puede saber',
    records: 'Lo que dice el archivo',
    when: 'Cuándo',
    what: 'Para qué',
    decision: 'Decisión',
    record: 'Registro',
    together: 'Comparados entre sí',
    logKey: 'Claves que indica el archivo',
    download: 'Descargar lo que falta',
    tooLarge: 'Este archivo es demasiado grande para ser un archivo de prueba.',
  },
  decisions: {
    given: 'Aceptado',
    pending: 'Pendiente de confirmación',
    informed: 'Informado',
    refused: 'No aceptado',
    withdrawn: 'Retirado',
    objected: 'Oposición',
    restricted: 'Uso limitado',
    expired: 'Caducado',
  },
  found: {
    file: {
      holds: 'El archivo se puede leer.',
      fails: 'No es un archivo de prueba, o está dañado.',
    },
    whole: {
      holds:
        'El libro de registro firmó todo el archivo: desde entonces no se ha añadido, omitido ni cambiado nada.',
      fails: 'El archivo no está tal como lo firmó el libro de registro.',
      unknown: 'El archivo en su conjunto no está firmado: puede faltar algo.',
    },
    content: {
      holds: 'El registro tiene la huella que se guardó con él.',
      fails: 'El registro ha sido modificado.',
    },
    sealed: {
      unknown:
        'Aún no está sellado en el libro de registro. Descargue el archivo de nuevo dentro de unos minutos.',
    },
    included: {
      holds: 'Está en el libro de registro.',
      fails: 'No está en el libro de registro que indica el archivo.',
    },
    signed: {
      holds: 'El libro de registro lo firmó.',
      fails: 'El libro de registro no lo firmó.',
      unknown: 'Sin la clave pública del libro de registro no se puede saber si lo firmó.',
    },
    key: {
      holds: 'Está firmado con una clave que usted indicó.',
      fails: 'No está firmado con ninguna de las claves que usted indicó.',
      unknown:
        'El archivo no permite saber de quién es la clave: compárela con una copia obtenida en otro lugar.',
    },
    statement: {
      holds: 'Lo que se mostró está en el archivo, palabra por palabra.',
      fails: 'Lo que se mostró falta o ha sido modificado.',
    },
    look: {
      holds: 'El aspecto que tenía muestra las mismas palabras.',
      fails: 'El aspecto que tenía muestra otras palabras.',
    },
    clicks: {
      holds: 'Lo que se envió y confirmó en los formularios coincide con los registros.',
      fails: 'Lo que se envió y confirmó en los formularios no coincide con los registros.',
    },
    receipt: {
      holds: 'El recibo de consentimiento (ISO/IEC TS 27560) coincide con los registros.',
      fails: 'El recibo de consentimiento no coincide con los registros.',
    },
    address: {
      holds: 'Se refiere al correo electrónico que usted indicó.',
      fails: 'No se refiere al correo electrónico que usted indicó.',
      unknown: 'La persona fue suprimida: ya no se puede saber a quién se refería.',
      absent: 'No se ha comprobado a quién se refiere: no se indicó ningún correo electrónico.',
    },
    witness: {
      holds:
        'El testigo {by} vio el libro de registro con {size} registros el {at}, y solo había crecido.',
      fails: 'La firma del testigo {by} no es válida.',
      absent:
        'Ningún testigo firmó el libro con {size} registros: no se puede saber si todos ven el mismo libro.',
    },
    time: {
      holds: '{by} confirmó que el libro tenía estos {size} registros el {at}.',
      fails: 'Un sello de tiempo no es válido.',
      absent:
        'Ninguna autoridad confirmó cuándo tenía el libro {size} registros: solo lo dice el propio libro.',
    },
    authority: {
      holds: 'El certificado de {by} es uno de los que usted indicó, o depende de él.',
      fails: 'El certificado de {by} no es ninguno de los que usted indicó ni depende de ellos.',
      unknown:
        'El archivo no permite saber si {by} es de confianza: añada el certificado de la autoridad.',
    },
    consistent: {
      holds: 'El libro con {later} registros empieza por el de {size}: solo ha crecido.',
      fails: 'El libro con {later} registros no empieza por el de {size}: ha sido modificado.',
      unknown:
        'Para saber si el libro con {later} registros empieza por el de {size} hace falta otro archivo, que da el propio libro. Añádalo.',
      absent: 'Los archivos son de libros distintos y no se pueden comparar.',
    },
  },
} satisfies VerifyTexts;
